import { expect, test } from 'vitest';
import { forecast, type ForecastAgreement } from '../../../src/domain/market/forecast.js';

const fixed: ForecastAgreement = {
  terms: { basis: 'fixed', rateBp: 0, minFen: 30_000, cycle: 'quarter', startsOn: '2026-01-01', endsOn: '2026-12-31' },
  destination: 'fund',
  begun: new Map([
    ['2026-Q1', { dueFen: 30_000, receivedFen: 10_000 }],
    ['2026-Q2', { dueFen: 30_000, receivedFen: 0 }],
  ]),
};
const share: ForecastAgreement = {
  terms: { basis: 'revenue', rateBp: 800, minFen: 0, cycle: 'month', startsOn: '2026-05-01', endsOn: '2026-06-30' },
  destination: 'owners',
  begun: new Map([['2026-05', { dueFen: 4_000, receivedFen: 0 }]]),
};

test('each period counts in the month by which it is payable, what is overdue in the first; what came in is no more due', () => {
  const months = forecast([fixed, share], { destination: 'fund', today: '2026-06-10', payDays: 20 });

  expect(months).toHaveLength(12);
  expect(months[0]).toEqual({ month: '2026-06', dueFen: 20_000, leastFen: 0, open: 0 });
  expect(months.filter(({ dueFen }) => dueFen > 0).map(({ month, dueFen }) => [month, dueFen])).toEqual([
    ['2026-06', 20_000],
    ['2026-07', 30_000],
    ['2026-10', 30_000],
    ['2027-01', 30_000],
  ]);
});

test('a share of which nobody knows the revenue yet is counted as unknown, and the owners’ income apart from the fund’s', () => {
  const [june, july] = forecast([fixed, share], { destination: 'owners', today: '2026-06-10', payDays: 20 });

  expect(june).toEqual({ month: '2026-06', dueFen: 4_000, leastFen: 0, open: 0 });
  expect(july).toEqual({ month: '2026-07', dueFen: 0, leastFen: 0, open: 1 });
});

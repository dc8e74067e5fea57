import { dayPlus, type Period, periodsOf, type ShareDestination, type Terms } from './market.js';

/** An agreement with what is known of its periods that have begun, by their keys. */
export interface ForecastAgreement {
  readonly terms: Terms;
  readonly destination: ShareDestination;
  readonly begun: ReadonlyMap<string, { readonly dueFen: number | null; readonly receivedFen: number }>;
}

/** One month of a forecast, in fen. */
export interface ForecastMonth {
  /** `2026-03`. */
  readonly month: string;
  /** Declared, or a fixed sum, less what came in: payable by a day of this month, or overdue. */
  readonly dueFen: number;
  /** What is guaranteed for periods that nobody has declared yet. */
  readonly leastFen: number;
  /** Periods that are paid by the revenue alone: nothing can be said of them. */
  readonly open: number;
}

const forecastMonths = 12;

/**
 * What the agreements bring in within twelve months from this one on (docs/domain.md 6.4): each period counts in the month by whose
 * end it has to be paid, what is overdue in the first. What is not known is not guessed.
 */
export function forecast(
  agreements: readonly ForecastAgreement[],
  { destination, today, payDays }: { destination: ShareDestination; today: string; payDays: number },
): ForecastMonth[] {
  const months = Array.from({ length: forecastMonths }, (_, ahead) => monthAfter(today, ahead));
  const first = months[0] ?? '';
  const sums = new Map(months.map(month => [month, { month, dueFen: 0, leastFen: 0, open: 0 }]));
  for (const { terms, begun } of agreements.filter(one => one.destination === destination))
    for (const period of periodsOf(terms)) {
      const payable = dayPlus(period.last, payDays).slice(0, 7);
      const sum = sums.get(payable < first ? first : payable);
      if (sum) addPeriod(sum, { period, terms, begun });
    }
  return [...sums.values()];
}

function addPeriod(
  sum: { dueFen: number; leastFen: number; open: number },
  { period: { key }, terms, begun }: Pick<ForecastAgreement, 'terms' | 'begun'> & { period: Period },
): void {
  const { dueFen = null, receivedFen = 0 } = begun.get(key) ?? {};
  const known = dueFen ?? (terms.basis === 'fixed' ? terms.minFen : null);
  if (known !== null) sum.dueFen += Math.max(0, known - receivedFen);
  else if (terms.minFen > 0) sum.leastFen += Math.max(0, terms.minFen - receivedFen);
  else sum.open += 1;
}

function monthAfter(day: string, ahead: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + ahead;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

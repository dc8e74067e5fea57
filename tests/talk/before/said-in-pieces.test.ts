import { expect, test } from 'vitest';
import { LedgerEntry } from '../../../src/store/funds/ledger-entry.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

async function collecting(...titles: string[]): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  for (const title of titles) await aProject(grid, { title, state: 'pledging' });
  return grid;
}

async function promisedFen(grid: Neighbourhood): Promise<number[]> {
  const found = await grid.store.dataSource.manager.findBy(LedgerEntry, { kind: 'pledge' });
  return found.map(({ postings }) => postings[0]?.amountFen ?? 0);
}

test.each([
  ['我', '出', '一百', '路灯'],
  ['路灯', '我出', '一百'],
  ['我', '出', '100', '路灯'],
])('a promise in pieces (%s %s %s) is asked only for what it lacks', async (...pieces) => {
  for (const titles of [['路灯改造'], ['路灯改造', '刷楼道']]) {
    const grid = await collecting(...titles);
    const person = grid.resident(20);

    for (const piece of pieces) await person.says(piece, inPrivate);
    if (person.last.answers) await person.says('是', inPrivate);

    expect(await promisedFen(grid), titles.join()).toEqual([10_000]);
  }
});

test.each([
  ['今天', '天气', '真好'],
  ['我', '在家', '呢'],
  ['你', '出', '一百'],
])('pieces that make no promise (%s %s %s) do nothing', async (...pieces) => {
  const grid = await collecting('路灯改造');
  const person = grid.resident(20);

  for (const piece of pieces) await person.says(piece, inPrivate);
  await person.says('是', inPrivate);

  expect(await promisedFen(grid)).toEqual([]);
});

test('pieces that lie minutes apart are none', async () => {
  const grid = await collecting('路灯改造');
  await grid.resident(20).says('我捐', inPrivate);
  await grid.resident(20).says('算了', inPrivate);
  await grid.resident(20).says('我', inPrivate);
  await grid.until('2026-03-18T09:05:00+08:00');

  expect(await grid.resident(20).says('出', inPrivate)).toContain('没有记');
  expect(await promisedFen(grid)).toEqual([]);
});

import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, aRoundOf } from '../../support/works.js';

/** A round of 11 800 yuan, 300 yuan a household at most. */
async function aRound(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-06T10:00:00+08:00' });
  await aProject(grid, { ...aRoundOf(1_180_000, { capFen: 30_000 }), state: 'collecting' });
  return grid;
}

/** What a stranger who played the bot ran into. */
test('a door that stands beside a trouble is no sum: the trouble is reported', async () => {
  const grid = await aRound();

  for (const [index, said] of ['我家301水管爆了', '俺家202漏水了'].entries()) {
    const answer = await grid.resident(30 + index).says(said);
    expect(answer, said).toContain('报事');
    expect(answer, said).not.toContain('认捐');
  }
});

test('a yes may say the sum once more, and a no may say that something else was meant', async () => {
  const grid = await aRound();
  const [one, other] = [grid.resident(30), grid.resident(31)];

  expect(await one.says('我看1号这边我大概出300元')).toContain('300元吗');
  expect(await one.says('嗯对，300')).toContain('已记');
  expect(await other.says('我看1号这边我大概出300元')).toContain('300元吗');
  expect(await other.says('不是不是，我是说再想想')).toContain('没有记');
});

test('several receipts in one message are read back whole, and none is booked unasked', async () => {
  const grid = await aRound();

  const answer = await grid
    .role('cashier')
    .says('1号收到3号楼2单元101交的900元，102交的900元，401交的900元，502交300元，都是现金');

  expect(answer).toContain('4笔一共3,000元吗');
});

test('what cannot be done is not read back for a yes', async () => {
  const grid = await aRound();

  const answer = await grid.role('grid_secretary').says('1号修好了，下水通了，麻烦记一下转办办好了吧');

  expect(answer).not.toContain('回复“是”确认');
});

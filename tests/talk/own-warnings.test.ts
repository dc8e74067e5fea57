import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';
import { aProject, theProject } from '../support/works.js';

const again = '刚才已经记过一笔一样的';

/** 101 and 102 of 2号楼2单元 have paid 200 each for 1号, which is for that building alone. */
async function collecting(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  await aProject(grid, {
    state: 'collecting',
    budgetFen: 300_000,
    round: { targetFen: 300_000, minimumFen: 0 },
    scope: [{ building: '2' }],
  });
  for (const room of ['102', '101']) await grid.role('cashier').says(`1号收到2号楼2单元${room} 200元`);
  return grid;
}

test.each<[string, string, number]>([
  ['今天收了2号楼2单元101的200、2号楼2单元102的200', again, 2],
  ['今天收了2号楼2单元101的200、2号楼2单元201的150', again, 1],
  ['今天收了2号楼2单元201的150、2号楼2单元101的200', again, 1],
  ['还有101的200', again, 1],
  ['2号楼2单元101把200块交上来了，1号的', again, 1],
  ['2号楼2单元102交了200现金，记到1号吧', again, 1],
  ['4号楼2单元702把200块交上来了，1号的', '不在1号的范围里', 1],
  ['还有201的200', again, 0],
  ['还有101的150', again, 0],
])('a receipt in free words is asked about as in fixed ones: %s', async (said, doubt, times) => {
  const grid = await collecting();
  const cashier = grid.role('cashier');

  const asked = await cashier.says(said);

  expect(asked.split(doubt)).toHaveLength(times + 1);
  expect(asked.split('您是要').length).toBeLessThanOrEqual(2);
  expect(await cashier.says('不是')).not.toContain('已入账');
});

test('one yes to what is read back and to what is odd about it books it', async () => {
  const grid = await collecting();
  const cashier = grid.role('cashier');

  expect(await cashier.says('还有101的200')).toMatch(/^您是要记1号[^]*200元吗？刚才已经记过一笔一样的/u);
  expect(await cashier.says('是')).toContain('已入账');
});

test('put again behind a question, it says what the yes does and what is odd about it', async () => {
  const grid = await collecting();
  const cashier = grid.role('cashier');
  await cashier.says('还有101的200');

  expect(await cashier.says('能直接打给我不')).toMatch(/您是要记1号[^]*101[^]*200元吗？刚才已经记过一笔一样的/u);
  expect(await cashier.says('是')).toContain('已入账');
});

test.each(['1号表决结束吧', '把1号的投票结束了吧', '1号投票可以截止了'])(
  'who has not voted is told before a vote is ended early: %s',
  async said => {
    const grid = await aNeighbourhood({ now: '2026-03-10T10:00:00+08:00' });
    await aProject(grid, { state: 'plan_published', planPublishedAt: new Date('2026-03-01T10:00:00+08:00') });
    const leader = grid.role('building_leader');
    await leader.says('1号发起表决，3天后截止');

    expect(await leader.says(said)).toContain('还有118户没投');
    expect((await theProject(grid, 1)).state).toBe('voting');
    expect(await leader.says('是')).toContain('已结束');
  },
);

import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, asksToPay, received } from '../../support/works.js';

async function funded(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
  const project = await aProject(grid, { no: 1, title: '装路灯', state: 'funded', budgetFen: 300_000 });
  await received(grid, project, { fen: 300_000 });
  return grid;
}

test.each(['到谁那儿了', '现在到哪一步了呀', '这笔卡在谁手里', '轮到谁批了'])(
  '“%s” behind a request for money tells with whom it lies',
  async words => {
    const grid = await funded();
    await asksToPay(grid, '1号申请支出860元：买灯泡');

    const answer = await grid.role('building_leader').says(words, { chat: 'single' });

    expect(answer).toContain('申请1');
    expect(answer).toMatch(/会计.*：/u);
  },
);

test.each(['啥时候能付', '这钱哪天能报下来'])('“%s” of the only one that is approved tells the day', async words => {
  const grid = await funded();
  await asksToPay(grid, '1号申请支出860元：买灯泡');
  await grid.role('bookkeeper').says('核对申请1');
  await grid.role('community_secretary').says('批准申请1');

  const answer = await grid.role('community_secretary').says(words, { chat: 'single' });

  expect(answer).toContain('申请1');
  expect(answer).toContain('3月19日');
});

test('a resident who asks how far it is hears of the matter', async () => {
  const grid = await funded();
  await asksToPay(grid, '1号申请支出860元：买灯泡');

  expect(await grid.resident(40).says('到哪一步了', { chat: 'single' })).not.toContain('申请1');
});

/** A request for 12,000 yuan that two secretaries approved, and the team has said nothing of. */
async function dear(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
  const project = await aProject(grid, {
    no: 1,
    title: '屋顶防水',
    state: 'accepted',
    acceptedAt: grid.now,
    budgetFen: 3_000_000,
  });
  await received(grid, project, { fen: 3_000_000 });
  await asksToPay(grid, '1号申请支出12000元：工程款，付给宏达防水');
  await grid.role('bookkeeper').says('核对申请1');
  await grid.role('community_secretary').says('批准申请1');
  await grid.role('grid_secretary').says('批准申请1');
  return grid;
}

test.each(['申请1为什么还不能付？', '申请1怎么付不出去', '申请1还差谁', '申请1卡在哪了'])(
  '“%s” tells all that it lacks',
  async words => {
    const answer = await (await dear()).role('cashier').says(words);

    expect(answer).toContain('申请1');
    expect(answer).toMatch(/还差：.*没有异议.*24小时/u);
  },
);

test.each(['申请1怎么卡住了？', '申请1为啥停了', '申请1到哪一步了'])('“%s” of a held one tells why', async words => {
  const grid = await dear();
  await grid.role('supervisor').says('暂缓申请1：数量对不上', { chat: 'single' });
  await grid.role('supervisor').says('是', { chat: 'single' });

  expect(await grid.role('cashier').says(words)).toMatch(/暂缓.*数量对不上/u);
});

test.each(['申请1我自己能批吗？', '申请1我能批不'])('who asked for it hears that others approve: %s', async words => {
  const grid = await funded();
  await asksToPay(grid, '1号申请支出86元：买灯泡');

  const answer = await grid.role('building_leader').says(words);

  expect(answer).toMatch(/^不能：您自己经手的/u);
  expect(answer).not.toContain('1元您能批');
});

test.each(['申请1怎么写', '付申请1', '申请1先别付', '批准申请1', '申请1退回：没有发票'])(
  '“%s” asks nothing of where it is',
  async words => {
    expect(await (await dear()).role('cashier').says(words)).not.toMatch(/还差：/u);
  },
);

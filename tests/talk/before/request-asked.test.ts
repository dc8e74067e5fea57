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

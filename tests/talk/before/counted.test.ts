import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject, asksToPay, received } from '../../support/works.js';

test.each(['我那个申请到哪了', '我提的申请批了没', '我的申请现在到哪一步了'])(
  '“%s” is of the own request, whatever was spoken of',
  async words => {
    const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
    const project = await aProject(grid, { title: '装路灯', state: 'funded', budgetFen: 300_000 });
    await received(grid, project, { fen: 300_000 });
    await asksToPay(grid, '1号申请支出860元：买灯泡');
    grid.now = new Date(grid.now.getTime() + 3_600_000);

    const before = await grid.journal();
    expect(await grid.role('building_leader').says(words, { chat: 'single' })).toMatch(/申请1：.*现在等会计核对/u);
    expect(await grid.journal()).toEqual(before);
  },
);

test.each([
  ['1号现在实收多少', '收支|资金|实收'],
  ['1号收了多少了', '收支|资金|实收'],
  ['2号有几家支持了', '附议'],
  ['门口快递柜那个现在有几家支持了呀', '附议'],
])('“%s” hears what that matter counts', async (words, told) => {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
  const project = await aProject(grid, { title: '装路灯', state: 'in_progress', budgetFen: 300_000 });
  await received(grid, project, { fen: 300_000 });
  await grid.resident(24).says('提案：门口装快递柜');

  const answer = await grid.resident(20).says(words);
  expect(answer).toMatch(new RegExp(told, 'u'));
  expect(answer).not.toContain('没有表决');
});

test.each([
  ['我算算这个月开销，月底再定出不出', /^不急/u],
  ['这事年底再说吧', /^不急/u],
  ['算了，没事了', /^好的，没有记/u],
  ['没事没事', /^好的，没有记/u],
])('“%s” hears one fitting line', async (words, told) => {
  const grid = await aNeighbourhood();
  const before = await grid.journal();
  expect(await grid.resident(20).says(words)).toMatch(told);
  expect(await grid.journal()).toEqual(before);
});

test('an order to approve is no question', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
  const project = await aProject(grid, { title: '装路灯', state: 'funded', budgetFen: 300_000 });
  await received(grid, project, { fen: 300_000 });
  await asksToPay(grid, '1号申请支出860元：买灯泡');
  await grid.role('bookkeeper').says('核对申请1');

  expect(await grid.role('community_secretary').says('申请1批了吧', { chat: 'single' })).toMatch(/批准申请1|已批准/u);
});

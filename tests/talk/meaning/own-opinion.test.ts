import { expect, test } from 'vitest';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, unplanned } from '../../support/works.js';

const single = { chat: 'single' } as const;

/** The plan of 1号 is on display. */
const displayed = playedOnce(async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { no: 1, title: '换单元门门禁', state: 'plan_published', stateSince: grid.now });
  return grid;
});
/** 1号 has no plan yet. */
const planned = playedOnce(async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { no: 1, title: '画停车位线', ...unplanned });
  return grid;
});

test.each([
  ['我有一条意见：不能只用手机开门，老人得有门卡。', '不能只用手机开门，老人得有门卡'],
  ['门禁这方案我有意见，大门别天天锁着，送东西进不来', '大门别天天锁着，送东西进不来'],
  ['1号我有点意见，周末我去搬东西门老锁着', '周末我去搬东西门老锁着'],
  ['俺提个意见：读卡器装太高，孩子够不着', '读卡器装太高，孩子够不着'],
  ['我不赞成换门，旧门还能用十年', '旧门还能用十年'],
  ['我家不同意这么弄，半夜刷卡滴滴响', '半夜刷卡滴滴响'],
  ['门禁预算太高了，我有异议，请再问两家价', '预算太高了，请再问两家价'],
  ['换门禁太贵了，我不同意这个方案', '太贵了'],
  ['三千五太贵了，还没比价，门禁我反对', '三千五太贵了，还没比价'],
  ['我反对门禁这个方案，太贵，而且去年刚换过', '太贵，而且去年刚换过'],
])('against the plan on display “%s” is an objection with its words', async (words, told) => {
  const grid = await displayed();

  const answer = await grid.resident(20).says(words, single);
  expect(answer).toContain('异议');
  expect(answer).toContain(told);
  expect(await grid.journal()).not.toContain('objection.raise');

  await grid.resident(20).says('是', single);
  expect(await grid.journal()).toContain('objection.raise');
});

test.each(['我可不赞成画线，画了车更没处停', '我有意见：画了线电动三轮停哪', '停车线俺不同意画，地方本来就小'])(
  'before a plan “%s” is offered as a suggestion',
  async words => {
    const grid = await planned();

    expect(await grid.resident(20).says(words)).toMatch(
      /还没有公示方案，公示以后可以提异议。您是要给1号「画停车位线」提建议“/u,
    );
    expect(await grid.journal()).not.toContain('poll.vote');
  },
);

test.each(['停车线我提个建议，门口留一块给救护车，别画满了', '停车线俺有个主意：门口留一块给救护车，别画满了'])(
  'the name of the matter is no part of the suggestion “%s”',
  async words => {
    const grid = await planned();

    if ((await grid.resident(20).says(words)).includes('回复“是”')) await grid.resident(20).says('是');
    expect(await grid.resident(20).says('1号建议')).toMatch(/建议1 门口留一块给救护车，别画满了/u);
  },
);

test.each([
  '我没有意见',
  '他们都有意见，吵了一下午',
  '有意见可以提吗',
  '老王说他不同意，嫌吵',
  '我有意见怎么提',
  '你们谁有意见就说',
])('“%s” raises nothing', async words => {
  for (const play of [displayed, planned]) {
    const grid = await play();

    expect(await grid.resident(20).says(words)).not.toContain('您是要');
    expect(await grid.journal()).not.toContain('objection.raise');
  }
});

test.each([
  ['对停车位线提个想法：加个箭头', '加个箭头'],
  ['关于1号，我想说能不能加个箭头', '能不能加个箭头'],
  ['停车位线我有个小想法，用反光漆', '用反光漆'],
  ['顺便说一句，停车位线别太窄，老人开不进', '停车位线别太窄，老人开不进'],
])('“%s” is a suggestion for the matter that it names, and no new matter', async (words, told) => {
  const grid = await planned();

  expect(await grid.resident(20).says(words, single)).toContain(`提建议“${told}”吗`);
  await grid.resident(20).says('是', single);
  expect(await grid.journal()).toContain('idea.add');
});

test.each(['关于1号，什么时候能开始', '关于停车位线，谁出钱'])('“%s” asks, and suggests nothing', async words => {
  const grid = await planned();

  expect(await grid.resident(20).says(words, single)).not.toContain('提建议“');
  await grid.resident(20).says('是', single);
  expect(await grid.journal()).not.toContain('idea.add');
});

test.each([
  '我反对小区里养大狗',
  '我不同意老王的说法',
  '我不接受他的道歉',
  '我反对抽烟',
  '我不同意我儿子换工作',
  '我不支持中国队了',
  '我对物业有意见，保安天天睡觉',
  '我对楼上有意见，天天半夜拖椅子',
])('“%s” is against nothing that is on display', async words => {
  const grid = await displayed();

  expect(await grid.resident(20).says(words, single)).not.toContain('1号异议');
});

import { expect, test } from 'vitest';
import { aDesk, atDesk, read } from '../../support/desk.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject, theProject, unplanned } from '../../support/works.js';

const topic = { ...unplanned, payerCheck: null, fundingClass: 'light' } as const;

async function aTopic(): Promise<{ grid: Neighbourhood; secretary: Person; says: (text: string) => Promise<string> }> {
  const grid = await aNeighbourhood();
  await aProject(grid, topic);
  const secretary = grid.role('grid_secretary');
  return { grid, secretary, says: text => secretary.says(text, { chat: 'single' }) };
}

const parts = [
  '1号预算明细：材料4000元，人工2000元',
  '1号资金来源：居民4000元，奖补2000元（批文桓财2026-12号）',
  '1号做法：换成声控灯',
  '1号报价：张记五金5800元，李记电器6000元',
  '1号奖补资金只用于材料',
  '1号余款转给维修资金',
  '1号工期：拆旧4月10日，装灯4月25日',
];

test.each([
  ['as they are listed', parts],
  [
    'the other way round, as far as one does not speak of another',
    [...parts.slice(2, 4), ...parts.slice(5), ...parts.slice(0, 2), parts[4] ?? ''],
  ],
])(
  'the parts of a plan are given %s, before anything is public; then it is published as it was prepared',
  async (_, order) => {
    const { grid, secretary, says } = await aTopic();

    for (const said of order) expect(await says(said)).toContain('1号方案草稿：必须定的');
    for (const said of ['1号责任核查', '6']) await says(said);
    expect(await says('1998年建成，已过保修')).toContain('必须定的都定了');

    expect(await grid.posts()).toEqual([]);
    expect(await says('公示1号方案')).toContain('要把1号方案公示到群和公示栏吗？做法：换成声控灯；预算6,000元');
    expect(await grid.posts()).toEqual([]);
    expect(await says('是')).toContain('1号方案已公示');
    const [notice = ''] = await grid.posts();
    for (const words of [
      '做法：换成声控灯',
      '预算：6,000元',
      '政策奖补2,000元（批文桓财2026-12号）',
      '询价：张记五金5,800元、李记电器6,000元',
      '专款专用：政策奖补只用于材料',
      '余款转给维修资金',
      '工期：拆旧',
    ])
      expect(notice).toContain(words);
    expect(secretary.last.text).toContain('预算6,000元');
  },
);

test('the draft shows every part ✔ or 还没定, those that are needed apart, and the next one with its sentence', async () => {
  const { secretary, says } = await aTopic();
  await says('1号做法：换成声控灯');

  const draft = await says('方案草稿');

  expect(draft).toContain('必须定的4样，定了2样');
  expect(draft).toContain('1. ✔ 做法：换成声控灯');
  expect(draft).toContain('2. ☐ 预算：还没定');
  expect(draft).toContain('☐ 资金来源：还没定（不定就：全由居民自愿认筹）');
  expect(draft).toContain('下一样：预算，例如发送“1号预算明细：材料1200元，人工800元”');
  expect(secretary.last.card?.buttons?.map(({ text }) => text)).toContain('定责任核查');
  // The number of a part asks for it.
  expect(await says('2')).toContain('预算怎么分');
  expect(await says('材料1200元，人工800元')).toContain('必须定的4样，定了3样');
  await secretary.presses(secretary.last.card, '定责任核查', { chat: 'single' });
  expect(secretary.last.text).toContain('该谁出钱');
});

test('a preview is the notice itself, word for word, and leaves no trace', async () => {
  const { grid, says } = await aTopic();
  for (const said of ['1号责任核查', '6', '1998年建成，已过保修', ...parts]) await says(said);
  const before = await grid.journal();

  const preview = await says('预览1号方案');
  expect(await grid.journal()).toEqual(before);
  expect(await grid.posts()).toEqual([]);
  expect((await theProject(grid, 1)).planVersion).toBe(0);

  await says('公示1号方案');
  await says('是');
  const [notice = ''] = await grid.posts();
  const bare = (text: string): string => text.split('\n\n')[0] ?? '';
  expect(bare(preview)).toBe(bare(notice));
});

test('a draft stands nowhere in public, and nobody else reads or writes it', async () => {
  const { grid, secretary, says } = await aTopic();
  await says('1号做法：换成声控灯');
  const resident = grid.resident(40);

  expect(await resident.says('看看1号项目')).not.toContain('换成声控灯');
  expect(await resident.says('1号方案草稿', { chat: 'single' })).toContain('要由网格书记');
  expect(await resident.says('预览1号方案', { chat: 'single' })).toContain('要由网格书记');
  expect(await resident.says('1号做法：不换了')).toContain('要由网格书记');
  expect(await secretary.says('预览1号方案')).toContain('私聊');
  expect(await secretary.says('1号方案草稿')).not.toContain('声控灯');
});

test('what is missing is asked for before anything is published', async () => {
  const { grid, says } = await aTopic();

  expect(await says('公示1号方案')).toContain('方案怎么做');
  await says('取消');
  await says('1号做法：换成声控灯');
  expect(await says('公示1号方案')).toContain('要写明预算');
  await says('取消');
  await says('1号预算明细：材料1200元，人工800元');
  expect(await says('预览1号方案')).toContain('1号责任核查');
  expect(await says('公示1号方案')).toContain('1号责任核查');
  expect(await grid.posts()).toEqual([]);
});

test('lines and sources that do not come to the same are refused, by the preview too', async () => {
  const { grid, says } = await aTopic();
  for (const said of [
    '1号责任核查',
    '6',
    '1998年建成，已过保修',
    '1号做法：换灯',
    '1号预算明细：材料4000元，人工2000元',
  ])
    await says(said);
  await says('1号资金来源：居民4000元，奖补1000元（批文桓财2026-12号）');

  for (const said of ['预览1号方案', '公示1号方案']) expect(await says(said)).toContain('不一样');
  expect(await grid.posts()).toEqual([]);
});

test('no is no: nothing is published', async () => {
  const { grid, says } = await aTopic();
  for (const said of ['1号责任核查', '6', '1998年建成，已过保修', ...parts.slice(0, 3)]) await says(said);

  await says('公示1号方案');
  await says('不是');

  expect(await grid.posts()).toEqual([]);
  expect((await theProject(grid, 1)).state).toBe('topic_selected');
});

test.each(['有', '有的', '有批文', '已有文件', '会有批文', '批文'])(
  '“%s” is no evidence of a source: it is refused, and nothing is kept',
  async evidence => {
    const { grid, says } = await aTopic();

    expect(await says(`1号资金来源：居民4000元，奖补2000元（${evidence}）`)).toContain('没有写出来');
    expect((await theProject(grid, 1)).fundingPlan).toBeNull();
  },
);

test.each(['批文桓财2026-12号', '街道3月5日答复', '《关于下达奖补资金的通知》', '宏达公司协议'])(
  '“%s” names a paper that can be looked for',
  async evidence => {
    const { grid, says } = await aTopic();

    await says(`1号资金来源：居民4000元，奖补2000元（${evidence}）`);

    expect((await theProject(grid, 1)).fundingPlan?.sources[1]?.evidence).toContain(evidence.replace(/^批文/u, ''));
  },
);

test('while it is on display a changed part is published by the same word, once it was read back', async () => {
  const { grid, says } = await aTopic();
  for (const said of ['1号责任核查', '6', '1998年建成，已过保修', ...parts.slice(0, 3), '公示1号方案', '是'])
    await says(said);

  expect(await says('公示1号方案')).toMatch(/内容没有变/u);
  await says('1号做法：换成声控灯和线');
  expect(await says('公示1号方案')).toContain('第2版');
  expect(await says('是')).toContain('公示期重新算');
  expect((await grid.posts()).at(-1)).toContain('做法由“换成声控灯”改为“换成声控灯和线”');
});

test('on the desk whoever prepares the plan sees its parts on the page of the matter, each with its form; others do not', async () => {
  const { grid, secretary, says } = await aTopic();
  await says('1号做法：换成声控灯');
  const base = await aDesk(grid);

  const own = await read(base, '/desk/1', (await atDesk(base, secretary)).cookie);
  const theirs = await read(base, '/desk/1', (await atDesk(base, grid.resident(40))).cookie);

  expect(own.text).toContain('方案草稿');
  expect(own.text).toContain('/desk/do/plan.budget?no=1');
  expect(theirs.text).not.toContain('方案草稿');
  expect(theirs.text).not.toContain('换成声控灯');
});

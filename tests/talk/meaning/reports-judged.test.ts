import { expect, test } from 'vitest';
import { readJudgements } from '../../../src/language/values/judgements.js';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';

const inPrivate = { chat: 'single' } as const;

const reported = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await grid.resident('r075').says('报事：3号楼2单元楼道灯坏了', inPrivate);
  return grid;
});

const drained = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await grid.resident('r075').says('报事：3号楼2单元下水道堵了反味', inPrivate);
  return grid;
});

test.each([
  ['r061', '楼道灯的事回一下，物业周四来换', '答复报事1“物业周四来换”'],
  ['r061', '报修的那家告诉一声，配件明天到', '答复报事1“配件明天到”'],
  ['r061', '楼道灯那不归我们，归供电公司', '把报事1记为归供电公司'],
  ['r002', '这个报事我来盯', '接过报事1'],
  ['r075', '灯自己好了，不用管了', '撤回报事1'],
  ['r075', '不用来修了，已经亮了', '撤回报事1'],
  ['r075', '这事光报没用，转成提案吧', '把报事1转成提案'],
  ['r075', '这个得大家一起换线，转成提案吧', '把报事1转成提案'],
  ['r075', '老修老坏，改成提案', '把报事1转成提案'],
])('%s: “%s” is about the report that stands, and is read back', async (userid, words, said) => {
  const grid = await reported();
  const before = await grid.journal();

  expect(await grid.resident(userid).says(words, inPrivate)).toContain(said);
  expect(await grid.journal()).toEqual(before);
});

test.each(['这事归谁管', '先别告诉大家', '老王说不用管了', '灯好了吗', '这事我来不及办'])(
  '“%s” judges no report',
  words => {
    const judged = readJudgements(words).filter(({ isPointed, isAlone }) => isPointed || isAlone);
    expect(judged).toEqual([]);
  },
);

test.each([
  ['收到，后天上午安排师傅去换', '答复报事1“后天上午安排师傅去换”'],
  ['楼道灯那个 联系物业了，周五来修', '答复报事1“联系物业了，周五来修”'],
  ['修好了，线头松了', '把报事1记为办好了“修好了，线头松了”'],
  ['换好了', '把报事1记为办好了“换好了”'],
])('who sees to the only report says “%s”, and it is read back', async (words, said) => {
  const grid = await reported();
  const before = await grid.journal();

  expect(await grid.role('property_company').says(words, inPrivate)).toContain(said);
  expect(await grid.journal()).toEqual(before);
});

test.each([
  ['r061', '反味那个转给网格员吧', '把报事1转给网格员'],
  ['r061', '下水道的事交给物业', '把报事1转给物业'],
  ['r002', '反味那个派给楼长处理', '把报事1转给楼长'],
  ['r061', '反味那个我明天去看看', '接过报事1'],
  ['r002', '下水道那个我去处理', '接过报事1'],
  ['r061', '通好了，没收钱', '把报事1记为办好了“通好了，没收钱”'],
  ['r002', '下水道疏通好了', '把报事1记为办好了'],
  ['r061', '物业后天上午来疏通', '答复报事1“物业后天上午来疏通”'],
  ['r002', '跟报的人说一声，师傅明天到', '答复报事1“师傅明天到”'],
])('%s, who sees to no report, says “%s” of the only one that stands', async (userid, words, said) => {
  const grid = await drained();
  const before = await grid.journal();

  expect(await grid.resident(userid).says(words, inPrivate)).toContain(said);
  expect(await grid.journal()).toEqual(before);
});

test('of several reports that others see to, one is named, or it is asked which', async () => {
  const grid = await drained();
  await grid.resident('r109').says('报事：4号楼2单元门禁刷不开', inPrivate);
  const leader = grid.resident('r061');
  expect(await leader.says('门禁那个转给网格员吧', inPrivate)).toContain('把报事2转给网格员');
  await leader.says('不是', inPrivate);
  expect(await leader.says('通好了', inPrivate)).toContain('报事');
  await leader.says('取消', inPrivate);
  expect(await leader.says('明天上午去修车', inPrivate)).not.toContain('答复报事');
});

test.each(['反味那个转给物业了吗', '先别转给物业', '要是通好了就好了', '我家下水道通好了吗'])(
  '“%s” of a leader does nothing and reads nothing back',
  async words => {
    const grid = await drained();
    const before = await grid.journal();
    expect(await grid.resident('r061').says(words, inPrivate)).not.toContain('回复“是”');
    expect(await grid.journal()).toEqual(before);
  },
);

test.each(['后天上午开会', '修好了吗', '我家灯换好了'])('“%s” answers no report', async words => {
  const grid = await reported();
  expect(await grid.role('property_company').says(words, inPrivate)).not.toContain('报事1“');
});

test('what was forgotten and where it is are told behind a report, and it is taken back by a word', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  const resident = grid.resident('r075');
  await resident.says('楼道灯坏了', inPrivate);

  expect(await resident.says('2单元4楼', inPrivate)).toContain('已补到报事1');
  expect(await resident.says('忘了说，是拐角那盏', inPrivate)).toContain('已补到报事1');
  expect(await resident.says('报事1', inPrivate)).toContain('2单元4楼；拐角那盏');
  expect(await resident.says('灯的事有信儿没', inPrivate)).toContain('报事1');
  expect(await resident.says('好了 不用了', inPrivate)).toContain('撤回报事1');
  expect(await resident.says('是', inPrivate)).toContain('撤回');
});

test('what cannot wait is reported, and an office hears how repairs begin', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  const said = await grid.role('grid_secretary').says('暖气主管爆了！得赶紧先修，先换一截管子，大概八千');
  expect(said).toContain('报事1');
  expect(said).toContain('应急抢修');
  expect(await grid.journal()).not.toContain('proposal.open');
});

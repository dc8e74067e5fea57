import { expect, test } from 'vitest';
import type { RoleId } from '../../../src/domain/permissions.js';
import { readJudgements } from '../../../src/language/values/judgements.js';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, asksToPay, received, supervised, theProject } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

const works = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  const { id } = await aProject(grid, { title: '换管道', state: 'in_progress', percent: 20 });
  await received(grid, await theProject(grid, 1), { fen: 300_000 });
  await supervised(grid, id);
  return grid;
});
const asked = playedOnce(async () => {
  const grid = await works();
  await asksToPay(grid, '1号申请支出860元：弯头二十只，付给张记五金');
  return grid;
});
const checked = playedOnce(async () => {
  const grid = await asked();
  await grid.role('bookkeeper').says('核对申请1', inPrivate);
  return grid;
});
const approved = playedOnce(async () => {
  const grid = await checked();
  await grid.role('community_secretary').says('批准申请1', inPrivate);
  return grid;
});
const twoChecked = playedOnce(async () => {
  const grid = await asked();
  await asksToPay(grid, '1号申请支出300元：水泥，付给宏达建材');
  for (const no of [1, 2]) await grid.role('bookkeeper').says(`核对申请${no}`, inPrivate);
  return grid;
});
const faulty = playedOnce(async () => {
  const grid = await works();
  await grid.role('supervisor').says('1号限期整改：焊口渗水，3月20日前');
  return grid;
});
const mended = playedOnce(async () => {
  const grid = await faulty();
  await grid.role('contractor').says('整改1完成', inPrivate);
  return grid;
});

const held = playedOnce(async () => {
  const grid = await approved();
  await grid.role('supervisor').says('暂缓申请1：数量对不上', inPrivate);
  return grid;
});
const finished = playedOnce(async () => {
  const grid = await works();
  await grid.role('contractor').says('1号项目进度：全部换好，完成100%');
  return grid;
});
const objected = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, {
    title: '换管道',
    state: 'plan_published',
    planPublishedAt: new Date('2026-03-09T09:00:00+08:00'),
  });
  await grid.resident(20).says('1号异议：报价偏高，请再比一家', inPrivate);
  return grid;
});
const suggested = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, {
    title: '装路灯',
    state: 'topic_selected',
    planText: null,
    planVersion: 0,
    planPublishedAt: null,
  });
  await grid.resident(20).says('1号建议：用感应灯', inPrivate);
  return grid;
});

const table: readonly (readonly [() => Promise<Neighbourhood>, RoleId, string, string, string])[] = [
  [asked, 'bookkeeper', '八百六那笔票我看过了，没毛病', '核对申请1', 'spend.check'],
  [asked, 'bookkeeper', '张记那笔核完了', '核对申请1', 'spend.check'],
  [asked, 'bookkeeper', '头一笔没问题', '核对申请1', 'spend.check'],
  [asked, 'bookkeeper', '申请1发票抬头不对，打回去', '退回申请1：发票抬头不对', 'spend.refuse'],
  [checked, 'community_secretary', '那就批了吧', '批准申请1', 'spend.approve'],
  [checked, 'community_secretary', '弯头那笔可以批', '批准申请1', 'spend.approve'],
  [checked, 'community_secretary', '同意付，860那个', '批准申请1', 'spend.approve'],
  [checked, 'community_secretary', '这笔不能批，比市场价贵一倍', '退回申请1：比市场价贵一倍', 'spend.refuse'],
  [approved, 'cashier', '第一笔付了吧', '付申请1', 'funds.spend'],
  [approved, 'cashier', '弯头的钱转过去了', '付申请1', 'funds.spend'],
  [approved, 'cashier', '那我付了啊', '付申请1', 'funds.spend'],
  [twoChecked, 'community_secretary', '宏达那笔批了', '批准申请2', 'spend.approve'],
  [twoChecked, 'community_secretary', '第二笔驳回，没有合同', '退回申请2：没有合同', 'spend.refuse'],
  [faulty, 'contractor', '那个焊口补好了', '整改1完成', 'finding.mend'],
  [mended, 'supervisor', '我又去看了，确实好了', '复查1通过', 'finding.check'],
  [mended, 'supervisor', '去看过，整改合格', '复查1通过', 'finding.check'],
  [asked, 'bookkeeper', '数量对不上，退回去', '退回申请1：数量对不上', 'spend.refuse'],
  [asked, 'bookkeeper', '退给他重新开票', '退回申请1：重新开票', 'spend.refuse'],
  [checked, 'community_secretary', '这笔先不批，比网上贵一倍，打回去', '退回申请1：比网上贵一倍', 'spend.refuse'],
  [checked, 'community_secretary', '弯头那笔？不贵，同意', '批准申请1', 'spend.approve'],
  [held, 'supervisor', '问明白了，放行吧', '放行申请1', 'spend.release'],
  [held, 'supervisor', '数对上了，可以放了', '放行申请1', 'spend.release'],
  [faulty, 'contractor', '扶正了', '整改1完成', 'finding.mend'],
  [mended, 'supervisor', '我去看了，直了，行', '复查1通过', 'finding.check'],
  [finished, 'supervisor', '我也看了，没毛病', '验收合格', 'project.accept'],
  [finished, 'supervisor', '有一处漏，这验收过不了', '验收不合格', 'project.accept'],
  [finished, 'supervisor', '接头没拧紧，不能签', '验收不合格', 'project.accept'],
  [objected, 'grid_secretary', '答复说报价高那条：三家比过，取的最低', '三家比过，取的最低', 'objection.answer'],
  [suggested, 'grid_secretary', '感应灯那条不采用，电池不经用', '“不采纳：电池不经用”', 'idea.answer'],
  [mended, 'supervisor', '复查仍有一处渗水，不予通过', '复查1不通过：仍有一处渗水', 'finding.check'],
  [mended, 'supervisor', '那个整改没通过', '复查1不通过', 'finding.check'],
  [mended, 'supervisor', '焊口还在渗水，不行', '复查1不通过：焊口还在渗水', 'finding.check'],
];

test.each(table)(
  '%#: a thing that waits is meant without its number, and is read back',
  async (state, role, words, said, deed) => {
    const grid = await state();
    const person = grid.role(role);
    if (deed === 'funds.spend') await grid.until('2026-03-12T10:00:00+08:00');

    expect(await person.says(words, inPrivate)).toContain(said);
    expect(await grid.journal()).not.toContain(deed);
    const done = await person.says('是', inPrivate);
    expect(await grid.journal(), done).toContain(deed);
  },
);

test.each(['申请1、申请2都批了', '批准申请1和2', '那两笔都批了吧', '都批了吧'])(
  '“%s” is said of both: each is read back by itself, one behind the other',
  async words => {
    const grid = await twoChecked();
    const secretary = grid.role('community_secretary');
    const first = await secretary.says(words, inPrivate);
    expect(first).toMatch(/批准申请1.*还有1件/u);
    expect(first).not.toContain('批准申请2');

    expect(await secretary.says('是', inPrivate)).toContain('批准申请2');
    expect((await grid.journal()).filter(deed => deed === 'spend.approve')).toHaveLength(1);
    await secretary.says('是', inPrivate);
    expect((await grid.journal()).filter(deed => deed === 'spend.approve')).toHaveLength(2);
  },
);

test.each(['那三笔都批了吧', '宏达那笔批了'])('“%s” is not said of both', async words => {
  const grid = await twoChecked();

  expect(await grid.role('community_secretary').says(words, inPrivate)).not.toContain('还有1件');
});

test.each<readonly [string, string | undefined]>([
  ['3号楼2单元301没人在，没送到', 'refund.hold'],
  ['301敲门没人，退不出去', 'refund.hold'],
  ['301今天来拿走了', 'refund.claim'],
  ['3号楼2单元301过来领了', 'refund.claim'],
  ['余款140都按单子退完了', 'funds.spend'],
  ['都退了，一百四，一家一家送的', 'funds.spend'],
  ['301的退了没', undefined],
  ['余款还没退', undefined],
  ['301没来开会', undefined],
])('“%s” says of what was left: %s', (words, deed) => {
  const found = readJudgements(words).map(one => one.deed);
  expect(found.filter(one => /^refund|^funds\.spend/u.test(one))).toEqual(deed === undefined ? [] : [deed]);
});

test('of two that wait it is asked which, and what is too early hears until when', async () => {
  const two = await twoChecked();
  expect(await two.role('community_secretary').says('那就批了吧', inPrivate)).toContain('第几号申请');
  expect(await two.journal()).not.toContain('spend.approve');

  const early = await approved();
  expect(await early.role('cashier').says('那我先付了啊', inPrivate)).toMatch(/现在不行.*24小时|现在不行.*3月12日/u);
});

test('why it is sent back is asked where it was not said, and all of it is read back', async () => {
  const grid = await checked();
  const secretary = grid.role('community_secretary');

  expect(await secretary.says('这笔不批', inPrivate)).toContain('为什么退回');
  expect(await secretary.says('没有三家比价', inPrivate)).toContain('退回申请1：没有三家比价');
  expect(await grid.journal()).not.toContain('spend.refuse');
});

test('the last idea is taken by its words, and a home that asked to be bound by its name', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'topic_selected', planText: null, planVersion: 0, planPublishedAt: null });
  await grid.resident(20).says('1号建议：灯杆立矮点', inPrivate);
  const secretary = grid.role('grid_secretary');
  expect(await secretary.says('刚才那条建议挺好，采纳', inPrivate)).toContain('建议1答复“采纳');
  await secretary.says('是', inPrivate);
  expect(await grid.journal()).toContain('idea.answer');

  await grid.resident('zhou.guilan').says('我是3号楼2单元502的周桂兰');
  const leader = grid.resident('r061');
  expect(await leader.says('周桂兰是那家的，没错', inPrivate)).toContain('确认绑定');
  expect(await leader.says('是', inPrivate)).toContain('已确认绑定');
});

test.each(['那是租客，房东跟我说过，给他通过', '我认识，给她过了吧', '这家核实过了，帮他绑上'])(
  '“%s” of the one home that asked to be bound confirms it, read back',
  async words => {
    const grid = await aNeighbourhood();
    await grid.resident('zhou.guilan').says('我是3号楼2单元502的周桂兰');
    const before = await grid.journal();
    expect(await grid.resident('r061').says(words, inPrivate)).toContain('确认绑定');
    expect(await grid.journal()).toEqual(before);
  },
);

test.each(['没错', '对的', '通过了没'])('“%s” alone confirms nobody', async words => {
  const grid = await aNeighbourhood();
  await grid.resident('zhou.guilan').says('我是3号楼2单元502的周桂兰');
  expect(await grid.resident('r061').says(words, inPrivate)).not.toContain('回复“是”');
});

test.each([
  '这笔批不批还没定',
  '先别批',
  '860那笔批了没',
  '老张说那笔批了',
  '要是没问题就批了',
  '那批管子到了',
  '批评他两句',
  '转给老王看看',
])('“%s” judges nothing', words => {
  const judged = readJudgements(words).filter(({ isPointed, isAlone }) => isPointed || isAlone);
  expect(judged).toEqual([]);
});

test.each<readonly [() => Promise<Neighbourhood>, RoleId, string]>([
  [asked, 'bookkeeper', '他们说要退回去'],
  [approved, 'cashier', '张记的钱明天付'],
  [held, 'supervisor', '放假了呢'],
  [finished, 'supervisor', '验收过不了怎么办'],
  [checked, 'community_secretary', '我同意老李的说法'],
])('%#: what judges nothing here is not read back', async (state, role, words) => {
  const grid = await state();
  const before = await grid.journal();

  expect(await grid.role(role).says(words, inPrivate)).not.toContain('回复“是”');
  expect(await grid.journal()).toEqual(before);
});

test('behind a round that told of a fault it shall be mended by a day', async () => {
  const grid = await works();
  const supervisor = grid.role('supervisor');
  await supervisor.says('1号巡查：有一根杆歪了');

  expect(await supervisor.says('叫施工方三天内扶正')).toContain('有一根杆歪了，扶正，三天内');
  await supervisor.says('是');
  expect(await grid.journal()).toContain('finding.add');
});

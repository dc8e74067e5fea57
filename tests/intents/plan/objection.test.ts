import { expect, test } from 'vitest';
import { projectBoard } from '../../../src/publish/notice/project-board.js';
import { verdictOn } from '../../../src/store/county/standing.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, theProject } from '../../support/works.js';

/** A plan published on Monday 2 March; the week for objections ends on Monday the 9th at 24:00. */
async function aPlan(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-02T15:30:00+08:00' });
  await aProject(grid, { state: 'plan_published' });
  return grid;
}

/** A poll of households that 60 of them passed; it ended on 13 March at 23:59. */
async function aResult(): Promise<Neighbourhood> {
  const grid = await aPlan();
  grid.now = new Date('2026-03-10T00:00:00+08:00');
  await grid.role('building_leader').says('1号发起表决，3天后截止');
  for (let index = 0; index < 60; index += 1) await grid.resident(index).says('1号同意');
  await grid.until('2026-03-14T10:00:00+08:00');
  return grid;
}

test('a plan is on display for a week before it is voted on', async () => {
  const grid = await aPlan();
  const leader = grid.role('building_leader');

  grid.now = new Date('2026-03-09T23:59:00+08:00');
  expect(await leader.says('1号发起表决，3天后截止')).toContain('最早3月10日（周二）00:00发起表决');
  grid.now = new Date('2026-03-10T00:00:00+08:00');
  expect(await leader.says('1号发起表决，3天后截止')).toContain('1号表决已发起');
});

test('a period that would end on a rest day ends with the next workday', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-01T10:00:00+08:00' });
  await aProject(grid, { state: 'plan_published' });

  expect(await grid.role('building_leader').says('1号发起表决，3天后截止')).toContain('最早3月10日（周二）00:00');
});

test('an objection is told without a name, blocks the vote, and is answered in public', async () => {
  const grid = await aPlan();
  const secretary = grid.role('grid_secretary');

  expect(await grid.resident(40).says('1号异议：报价偏高，请再比一家')).toContain('已记为第1条');
  const notice = (await grid.posts()).at(-1) ?? '';
  expect(notice).toContain('报价偏高，请再比一家');
  expect(notice).toContain('3月5日（周四）24:00前答复');
  expect(notice).not.toContain(grid.resident(40).name);
  expect((await grid.postsTo(secretary.userid)).at(-1)).toContain('答复1号异议1：');

  grid.now = new Date('2026-03-10T09:00:00+08:00');
  expect(await grid.role('building_leader').says('1号发起表决，3天后截止')).toContain('还有1条异议没有答复');
  expect(await secretary.says('答复1号异议1：已请三家报价，取最低的一家')).toContain('异议都答复了');
  expect((await grid.posts()).at(-1)).toContain('答复：已请三家报价，取最低的一家');
  expect(await grid.role('building_leader').says('1号发起表决，3天后截止')).toContain('1号表决已发起');
  expect(await grid.resident(41).says('1号异议情况')).toContain('已请三家报价');
});

test('an objection that is missing its reason is asked for it', async () => {
  const grid = await aPlan();

  expect(await grid.resident(40).says('我对1号方案有异议')).toContain('哪一点');
  expect(await grid.resident(40).says('灯装得太密')).toContain('您是要“1号异议：灯装得太密”吗');
  expect(await grid.resident(40).says('是')).toContain('已记为第1条');
});

test.each([
  [41, '9号异议：太贵', '没有9号项目'],
  [41, '答复1号异议1：不行', '网格书记'],
  ['grid_secretary', '答复1号异议7：不行', '没有第7条异议'],
] as const)('%s: “%s” is refused, and nothing is recorded', async (who, said, sentence) => {
  const grid = await aPlan();
  const person = typeof who === 'number' ? grid.resident(who) : grid.role(who);
  const before = await grid.journal();

  expect(await person.says(said)).toContain(sentence);
  expect(await grid.journal()).toEqual(before);
});

test('talk about objections is talk', async () => {
  const grid = await aPlan();

  for (const said of ['大家有异议吗', '我没有异议', '12号有异议吗？']) await grid.resident(40).says(said);
  expect(await grid.journal()).toEqual(['story']);
});

test('a new version of the plan starts the clock anew', async () => {
  const grid = await aPlan();
  grid.now = new Date('2026-03-09T10:00:00+08:00');
  await grid.role('grid_secretary').says('发布1号方案：立灯杆、拉线，预算2500元');

  grid.now = new Date('2026-03-10T10:00:00+08:00');
  expect(await grid.role('building_leader').says('1号发起表决，3天后截止')).toContain('最早3月17日（周二）00:00');
});

test('an overdue objection stands in the secretary’s morning list', async () => {
  const grid = await aPlan();
  await grid.resident(40).says('1号异议：报价偏高');
  await grid.until('2026-03-06T09:00:00+08:00');

  const lists = (await grid.postsTo(grid.role('grid_secretary').userid)).slice(-2);
  expect(lists).toEqual([
    expect.stringContaining('1号 第1条异议：应在3月5日（周四）前答复'),
    expect.stringContaining('1号「装路灯」答复第1条异议（应在3月5日（周四）前，已过期）'),
  ]);
});

test('a result is on display for a week, and then takes effect by itself, once', async () => {
  const grid = await aResult();

  expect((await theProject(grid, 1)).state).toBe('result_published');
  expect((await grid.posts()).find(text => text.includes('结果公告'))).toContain('复核至3月20日（周五）24:00');
  expect(await grid.resident(40).says('1号我出200元')).toContain('结果公示中');

  await grid.until('2026-03-21T10:00:00+08:00');
  await grid.scheduler.run('conclude-reviews');
  expect((await theProject(grid, 1)).state).toBe('pledging');
  expect((await grid.posts()).filter(text => text.includes('【决定生效】1号'))).toHaveLength(1);
});

test('an objection to the result holds it up until the answer', async () => {
  const grid = await aResult();
  await grid.resident(41).says('1号结果异议：有一户投了两次');
  await grid.until('2026-03-25T10:00:00+08:00');
  expect((await theProject(grid, 1)).state).toBe('result_published');

  await grid.role('grid_secretary').says('答复1号异议1：已复核，一户一票，没有重复');
  await grid.until('2026-03-25T10:05:00+08:00');
  expect((await theProject(grid, 1)).state).toBe('pledging');
});

test('an objection to the result that is granted makes the vote void; it may be put again', async () => {
  const grid = await aResult();
  await grid.resident(41).says('1号结果异议：有一户投了两次');
  await grid.role('grid_secretary').says('答复1号异议1：成立，重新表决');

  expect((await theProject(grid, 1)).state).toBe('not_approved');
  expect((await grid.posts()).at(-1)).toContain('不算数');
  expect(await grid.role('building_leader').says('1号发起表决，3天后截止')).toContain('先发送“发布1号方案');
  // What was void was no vote: it need not cool, but everybody reads the plan anew.
  expect(await grid.role('grid_secretary').says('发布1号方案')).toContain('1号方案已公示');
});

test('a poll without a quorum is extended once, by ten days at most, and every vote stays', async () => {
  const grid = await aPlan();
  grid.now = new Date('2026-03-10T00:00:00+08:00');
  await grid.role('building_leader').says('1号发起表决，3天后截止');
  await grid.resident(40).says('1号同意');
  const secretary = grid.role('grid_secretary');

  expect(await grid.role('building_leader').says('1号延期10天')).toContain('网格书记');
  expect(await secretary.says('1号延期11天')).toContain('最多10天');
  expect(await secretary.says('1号表决延期')).toContain('延期到3月23日（周一）23:59');
  expect((await grid.posts()).at(-1)).toContain('原定3月13日（周五）23:59截止');
  expect(await secretary.says('1号延期2天')).toContain('已经延期过一次');

  for (let index = 41; index < 100; index += 1) await grid.resident(index).says('1号同意');
  await grid.until('2026-03-24T10:00:00+08:00');
  expect((await grid.posts()).find(text => text.includes('结果公告'))).toContain('参与：60/118户');
});

test('a poll that has its quorum, and one that decides nothing, are not extended', async () => {
  const grid = await aPlan();
  grid.now = new Date('2026-03-10T00:00:00+08:00');
  await grid.role('building_leader').says('1号发起表决，3天后截止');
  for (let index = 0; index < 60; index += 1) await grid.resident(index).says('1号同意');
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says('1号延期')).toContain('已经够数');
  await secretary.says('发起投票：楼道刷什么颜色，选项白色、米黄，明晚八点截止');
  expect(await secretary.says('2号延期')).toContain('意向征集');
});

test.each(['我不同意1号', '1号反对', '1号方案我反对，太贵了', '我不同意装在那里，能不能换个地方'])(
  'what is said against a plan on display is asked about as an objection: %s',
  async words => {
    const grid = await aPlan();

    const answer = await grid.resident(0).says(words);

    expect(answer).toContain('异议');
    expect((await theProject(grid, 1)).state).toBe('plan_published');
    expect(await grid.resident(0).says('不是')).not.toContain('已记为');
  },
);

test('what begins against something while two matters are on display is asked which it is against', async () => {
  const grid = await aPlan();
  await aProject(grid, { no: 2, state: 'result_published' });

  expect(await grid.resident(0).says('我不同意装在那里，能不能换个地方')).toContain('请问是几号');
  expect(await grid.resident(0).says('2号')).toContain('2号的异议已记为第1条');
});

test('a granted objection is met by the next version, whatever that changes', async () => {
  const grid = await aPlan();
  const secretary = grid.role('grid_secretary');
  const reason = async (): Promise<string> => {
    const project = await theProject(grid, 1);
    return (await grid.inUnit(unit => verdictOn(unit, project, grid.now))).reason;
  };
  await secretary.says('1号工期：拆旧4月10日');
  await secretary.says('发布1号方案：立灯杆、拉线，预算3000元');
  await grid.resident(40).says('1号异议：四月天还冷，请晚一点');
  await secretary.says('答复1号异议1：成立，改到五月');
  expect(await reason()).toContain('采纳的异议还没有落实');
  grid.now = new Date('2026-03-03T10:00:00+08:00');

  await secretary.says('1号工期：拆旧5月10日');
  await secretary.says('发布1号方案');

  expect((await theProject(grid, 1)).planPublishedAt).toEqual(new Date('2026-03-02T15:30:00+08:00'));
  expect(await reason()).not.toContain('异议');
});

test('names, rooms and telephones in an objection, its answer and a withdrawal are masked wherever everybody reads them', async () => {
  const grid = await aPlan();
  const secretary = grid.role('grid_secretary');
  const neighbour = grid.resident(50).name;

  await grid.resident(40).says(`1号异议：灯正对着3号楼2单元301，${neighbour}也不同意，找我打13800001111`);
  await secretary.says('答复1号异议1：已经给13800001111打过电话');
  await secretary.says('撤回1号方案：3号楼2单元301不同意');

  const told = (await grid.posts()).join('\n');
  expect(told).toContain('灯正对着3号楼2单元3＊＊');
  expect(told).toContain('138＊＊＊＊1111');
  for (const hidden of [neighbour, '13800001111', '2单元301']) expect(told).not.toContain(hidden);
  const page = await grid.inUnit(unit => projectBoard(unit, { no: 1, page: 1, expenses: 1, next: '', now: grid.now }));
  for (const hidden of [neighbour, '13800001111', '2单元301']) expect(page).not.toContain(hidden);
});

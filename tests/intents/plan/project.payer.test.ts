import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, theProject } from '../../support/works.js';

async function aTopic(changes: Parameters<typeof aProject>[1] = {}): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  await aProject(grid, {
    state: 'topic_selected',
    payerCheck: null,
    planPublishedAt: null,
    planVersion: 0,
    ...changes,
  });
  return grid;
}

async function checks(grid: Neighbourhood, answer: string): Promise<string> {
  const secretary = grid.role('grid_secretary');
  expect(await secretary.says('1号责任核查')).toContain('该谁出钱');
  expect(await secretary.says(answer)).toContain('依据是什么');
  return secretary.says('供热公司3月5日复函');
}

test('who has to pay is asked by number, kept with its evidence, and printed on the plan', async () => {
  const grid = await aTopic();

  expect(await checks(grid, '6')).toContain('业主和居民共担');
  await grid.role('grid_secretary').says('发布1号方案：换灯，预算3000元');
  expect((await grid.posts()).at(-1)).toContain(
    '责任核查：过了保修、没有别的责任人，业主和居民共担（依据：供热公司3月5日复函）',
  );
});

test.each([
  ['1', '建设单位'],
  ['2', '专业经营单位'],
  ['3', '责任人'],
  ['4', '物业服务企业'],
])('answer %s: %s pays; it goes to them by a day, and neighbours are not asked', async (answer, payer) => {
  const grid = await aTopic();
  const secretary = grid.role('grid_secretary');

  expect(await checks(grid, answer)).toContain('转给谁、哪天前答复');
  expect(await secretary.says('供热公司，3月20日前')).toContain(`应由${payer}出钱，不能向居民筹款。已转办`);
  expect((await theProject(grid, 1)).state).toBe('referred');
  expect((await grid.posts()).at(-1)).toMatch(/【转办】1号[^]*3月20日（周五）前答复。不向居民筹款/u);
  expect(await grid.postsTo('r041')).toEqual([expect.stringContaining('【转办】1号')]);
  expect(await secretary.says('发布1号方案：换灯，预算3000元')).toContain('现在是“已转办”');
  expect(await grid.resident(20).says('1号我出200元')).toContain('现在是“已转办”');
});

async function referred(grid: Neighbourhood): Promise<void> {
  await checks(grid, '2');
  await grid.role('grid_secretary').says('转给供热公司，3月20日前答复');
}

test('of a person who did the damage the group hears the masked name only', async () => {
  const grid = await aTopic();

  await checks(grid, '3');
  await grid.role('grid_secretary').says('李建国，3月20日前');

  expect((await grid.posts()).at(-1)).toContain('已转给李＊＊，');
  expect((await grid.posts()).join('')).not.toContain('李建国');
});

test('once the day has passed the group hears so, once, and the secretary what to do; another day is followed anew', async () => {
  const grid = await aTopic();
  await referred(grid);
  const late = async () => (await grid.posts()).filter(text => text.includes('【转办到期】1号')).length;

  await grid.until('2026-03-20T23:00:00+08:00');
  expect(await late()).toBe(0);
  await grid.until('2026-03-23T12:00:00+08:00');
  expect(await late()).toBe(1);
  const [hint] = (await grid.postsTo(grid.role('grid_secretary').userid)).filter(text => text.includes('日子过了'));
  expect(hint).toContain('“1号转办办好：怎么办的”');
  expect(await grid.role('grid_secretary').says('1号转办：供热公司，3月30日前')).toContain('已转办');
  await grid.until('2026-04-02T12:00:00+08:00');
  expect(await late()).toBe(2);
});

test('done by whom it was sent to, it is over; nobody was asked for money', async () => {
  const grid = await aTopic();
  await referred(grid);

  expect(await grid.resident(40).says('1号转办办好：换好了')).toContain('网格书记');
  expect(await grid.role('grid_secretary').says('1号转办办好：供热公司已换好管道')).toContain('转办办结');
  expect((await grid.posts()).at(-1)).toContain('供热公司已换好管道。居民没有出钱');
  expect((await theProject(grid, 1)).state).toBe('referral_done');
  await grid.until('2026-03-24T12:00:00+08:00');
  expect((await grid.posts()).some(text => text.includes('转办到期'))).toBe(false);
});

test('found to be nobody else’s after all, the project goes on where it was', async () => {
  const grid = await aTopic();
  await referred(grid);

  await checks(grid, '6');

  expect((await theProject(grid, 1)).state).toBe('topic_selected');
  expect(await grid.role('grid_secretary').says('发布1号方案：换灯，预算3000元')).toContain('方案已公示');
});

test.each(['供热公司', '3月20日前', '供热公司，2月30日前', '供热公司，3月1日前'])(
  '“%s” does not say to whom and by when, and nothing is kept',
  async said => {
    const grid = await aTopic();
    await checks(grid, '2');
    const deeds = await grid.journal();

    expect(await grid.role('grid_secretary').says(said)).toContain('没看懂转给谁、哪天前答复');
    expect(await grid.journal()).toEqual(deeds);
    expect((await theProject(grid, 1)).payerCheck).toBeNull();
  },
);

test('what nobody else has to pay for is not sent anywhere', async () => {
  const grid = await aTopic({ payerCheck: null });

  expect(await grid.role('grid_secretary').says('1号转办：供热公司，3月20日前')).toContain('先登记该谁出钱');
  await checks(grid, '6');
  expect(await grid.role('grid_secretary').says('1号转办：供热公司，3月20日前')).toContain('先登记该谁出钱');
});

test('without the check no round opens; with it the round opens at once', async () => {
  const grid = await aTopic({ state: 'result_published' });
  await grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    const at = new Date('2026-02-20T10:00:00+08:00');
    const poll = {
      gridId: unit.grid.id,
      no: 1,
      projectId: project?.id ?? 0,
      question: '装灯',
      track: 'residents_meeting',
    };
    const result = { households: 118, voted: 118, silent: 0, counts: { agree: 118 }, quorum: true, passed: true };
    const counted = { closedAt: at, reviewEndsAt: at, result };
    await unit.polls.keep({
      ...poll,
      ...counted,
      ruleVersion: '1',
      householdCount: 118,
      openedById: 1,
      opensAt: at,
      closesAt: at,
    });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  await grid.until('2026-03-03T10:00:00+08:00');
  expect((await theProject(grid, 1)).state).toBe('result_published');
  expect(await grid.resident(40).says('1号进度')).toContain('1号责任核查');

  await checks(grid, '6');
  await grid.until('2026-03-03T10:05:00+08:00');
  expect((await theProject(grid, 1)).state).toBe('pledging');
});

test('a resident records no check', async () => {
  const grid = await aTopic();

  expect(await grid.resident(40).says('1号责任核查')).toContain('网格书记');
});

test.each([
  ['我翻了供热合同，第八条写的主管道归供热公司管，该他们出', 'utility'],
  ['楼建了三年，还在保修期内，开发商该管，合同写着五年', 'builder'],
  ['物业合同第三条写了楼道灯归物业管', 'property'],
])('“%s” answers by name and evidence, and all of it is read back once the rest is known', async (words, answer) => {
  const grid = await aTopic();
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号责任核查');

  expect(await secretary.says(words)).toContain('转给谁、哪天前答复');
  expect(await secretary.says('是')).toContain('转给谁、哪天前答复');
  expect(await secretary.says('供热公司，3月20日前')).toContain(`依据“${words}”`);
  expect((await theProject(grid, 1)).payerCheck).toBeNull();
  expect(await secretary.says('是')).toContain('责任核查已登记');
  expect((await theProject(grid, 1)).payerCheck).toMatchObject({ answer, evidence: words });
});

test.each(['供热公司和物业都有份', '不归物业管', '是不是该物业出？', '不知道'])(
  '“%s” names nobody who pays, and is asked again',
  async words => {
    const grid = await aTopic();
    const secretary = grid.role('grid_secretary');
    await secretary.says('1号责任核查');

    expect(await secretary.says(words)).not.toMatch(/依据是什么|转给谁/u);
    expect((await theProject(grid, 1)).payerCheck).toBeNull();
  },
);

test('不知道 is no evidence, and is asked for again before anything else', async () => {
  const grid = await aTopic();

  await grid.role('grid_secretary').says('1号责任核查');
  await grid.role('grid_secretary').says('6');
  expect(await grid.role('grid_secretary').says('不知道')).toContain('“不知道”不算回答');
});

test.each([
  ['1号责任核查：下水主管过了保修，归2号楼业主共有，依据是购房合同和物业合同', 'owners', '购房合同和物业合同'],
  ['1号责任核查：2009年竣工，早过了保修，各户自己掏', 'owners', '2009年竣工，早过了保修，各户自己掏'],
  ['登记1号责任核查：老旧小区改造计划里列了，2026年桓建字7号文件', 'renewal', '2026年桓建字7号文件'],
])('“%s” is read back, and kept as %s', async (words, answer, evidence) => {
  const grid = await aTopic();
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says(words)).toContain('您是要登记1号');
  expect((await theProject(grid, 1)).payerCheck).toBeNull();
  await secretary.says('是');

  const check = (await theProject(grid, 1)).payerCheck;
  expect(check?.answer).toBe(answer);
  expect(check?.evidence).toContain(evidence);
});

test('whom the property company’s contract binds is asked to whom and by when; the sentence of a referral answers', async () => {
  const grid = await aTopic();
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says('1号责任核查：消防箱维护写在物业服务合同第九条，该物业出钱')).toContain('转给谁、哪天前');
  expect(await secretary.says('1号转办给物业，3月24日前配齐')).toContain('物业服务合同里包含');
  await secretary.says('是');

  expect((await theProject(grid, 1)).payerCheck).toMatchObject({
    answer: 'property',
    evidence: '消防箱维护写在物业服务合同第九条，该物业出钱',
    referral: { to: '物业', dueOn: '2026-03-24' },
  });
});

test.each([
  '1号责任核查：消防箱在物业合同第九条里有没有，3号查',
  '1号责任核查：该业主出，也该物业出，2009年合同',
  '1号责任核查',
])('“%s” leaves open who pays, and is asked', async words => {
  const grid = await aTopic();

  expect(await grid.role('grid_secretary').says(words)).toContain('请回复前面的数字');
});

test('another deed that is said before who pays is answered is done, and the question is put again', async () => {
  const grid = await aTopic();
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号责任核查', { chat: 'single' });

  const answer = await secretary.says('请物业给1号看一下堵在哪一段，报个价，3月15日前', { chat: 'single' });
  expect(answer).toContain('请物业');
  expect(answer).toContain('还没有记');
  expect(await secretary.says('是', { chat: 'single' })).toContain('该谁出钱');
  expect(await grid.journal()).toContain('outside.ask');
});

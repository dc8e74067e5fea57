import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, theProject, unplanned } from '../../support/works.js';

const topic = { ...unplanned, fundingClass: 'light' } as const;

async function aTopic(changes: Parameters<typeof aProject>[1] = {}): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  await aProject(grid, { ...topic, ...changes });
  return grid;
}

async function aPlan(words = '发布1号方案：换成声控灯，预算6000元'): Promise<Neighbourhood> {
  const grid = await aTopic();
  await grid.role('grid_secretary').says(words);
  return grid;
}

const lastPost = async (grid: Neighbourhood): Promise<string> => (await grid.posts()).at(-1) ?? '';

test('a plan that costs something is not published before it was checked who has to pay; what is free needs no check', async () => {
  const grid = await aTopic({ payerCheck: null });
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says('发布1号方案：换灯，预算6000元')).toContain('请先发送“1号责任核查”');
  expect(await grid.posts()).toEqual([]);

  for (const said of ['1号责任核查', '6', '1998年建成，已过保修']) await secretary.says(said);
  await secretary.says('发布1号方案：换灯，预算6000元');
  expect(await lastPost(grid)).toContain(
    '责任核查：过了保修、没有别的责任人，业主和居民共担（依据：1998年建成，已过保修）',
  );
});

test.each(['不知道', '没有', '暂无', '以后再补', '我也不清楚'])('“%s” is no evidence of who has to pay', async said => {
  const grid = await aTopic({ payerCheck: null });
  const secretary = grid.role('grid_secretary');
  for (const words of ['1号责任核查', '6']) await secretary.says(words);

  expect(await secretary.says(said)).not.toContain('已登记');
  expect((await theProject(grid, 1)).payerCheck).toBeNull();
});

test('a check that comes while the plan is on display has to be published before anybody votes', async () => {
  const grid = await aPlan();
  const secretary = grid.role('grid_secretary');
  for (const said of ['1号责任核查', '5']) await secretary.says(said);

  expect(await secretary.says('列入2026年老旧小区改造计划')).toContain('请发送“发布1号方案”');
  grid.now = new Date('2026-03-20T10:00:00+08:00');
  expect(await secretary.says('1号发起表决，3天后截止')).toContain('公示以后又改了责任核查');

  await secretary.says('发布1号方案');
  expect(await lastPost(grid)).toContain('列入老旧小区改造');
});

test('the notice names the supervision team, masked', async () => {
  const grid = await aPlan();

  expect(await lastPost(grid)).toMatch(/监管小组：\S＊+、\S＊+、\S＊+，居民担任，不管钱、不施工/u);
});

test('the same plan is not published twice, and its days do not begin anew', async () => {
  const grid = await aPlan();
  const first = (await theProject(grid, 1)).planPublishedAt;
  grid.now = new Date('2026-03-05T10:00:00+08:00');

  for (const _ of [1, 2])
    expect(await grid.role('grid_secretary').says('发布1号方案：换成声控灯，预算6000元')).toContain(
      '第1版方案已经在公示，内容没有变',
    );

  expect(await grid.posts()).toHaveLength(1);
  expect(await theProject(grid, 1)).toMatchObject({ planVersion: 1, planPublishedAt: first });
});

test('a changed plan is a new version that says what changed, and what is decided on begins its days anew', async () => {
  const grid = await aPlan();
  const secretary = grid.role('grid_secretary');
  grid.now = new Date('2026-03-08T10:00:00+08:00');

  expect(await secretary.says('发布1号方案：换成声控灯和线，预算7200元')).toContain('公示期重新算');

  const notice = await lastPost(grid);
  expect(notice).toContain('（第2版）');
  expect(notice).toContain('和上一版比：预算由“6,000元”改为“7,200元”；做法由“换成声控灯”改为“换成声控灯和线”');
  expect(notice).toContain('公示期：3月8日');
  expect(await secretary.says('1号发起表决，3天后截止')).toContain('公示要满7天');
});

test('what nobody decides on is told, and the days go on', async () => {
  const grid = await aPlan();
  const secretary = grid.role('grid_secretary');
  grid.now = new Date('2026-03-06T10:00:00+08:00');

  await secretary.says('1号报价：张记五金5800元，李记电器6000元');
  expect(await secretary.says('发布1号方案')).toContain('公示期接着算');
  expect(await lastPost(grid)).toContain('和上一版比：报价有改动');
  expect(await lastPost(grid)).toContain('公示期：3月2日');
});

test('sources and budget may be set while the plan is on display, and count once they are published', async () => {
  const grid = await aPlan();
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says('1号资金来源：居民4000元，奖补2000元（批文桓财2026-12号）')).toContain(
    '请发送“发布1号方案”',
  );
  grid.now = new Date('2026-03-20T10:00:00+08:00');
  expect(await secretary.says('1号发起表决，3天后截止')).toContain('又改了资金来源');
  expect(await secretary.says('发布1号方案')).toContain('公示期重新算');
  expect(await lastPost(grid)).toContain('政策奖补2,000元（批文桓财2026-12号）');
});

test('a plan is withdrawn with a reason, told to all; published again its days begin anew', async () => {
  const grid = await aPlan();
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says('撤回1号方案')).toContain('为什么撤回');
  expect(await secretary.says('报价有误，重新询价')).toContain('您是要“撤回1号方案：报价有误，重新询价”吗');
  expect(await secretary.says('是')).toContain('1号方案已撤下');
  expect(await lastPost(grid)).toContain('【方案撤回】1号 装路灯');
  expect(await lastPost(grid)).toContain('原因：报价有误，重新询价');
  expect((await theProject(grid, 1)).state).toBe('topic_selected');
  grid.now = new Date('2026-03-20T10:00:00+08:00');
  expect(await secretary.says('1号发起表决，3天后截止')).toContain('还不能发起表决');

  await secretary.says('发布1号方案：换成声控灯，预算5800元');
  expect(await secretary.says('1号发起表决，3天后截止')).toContain('公示要满7天');
});

test('a plan is not withdrawn without a reason that says something, nor by a resident', async () => {
  const grid = await aPlan();

  expect(await grid.role('grid_secretary').says('撤回1号方案：不知道')).toContain('没有写出来');
  expect(await grid.resident(40).says('撤回1号方案：我不同意')).toContain('书记');
  expect((await theProject(grid, 1)).state).toBe('plan_published');
});

test.each([
  '发布1号方案：换成声控灯，预算6000元，资金来源：居民4000元，奖补2000元（批文桓财2026-12号）',
  '发布1号方案：换成声控灯，预算6000元，其中居民出4000元，申请奖补2000元（批文桓财2026-12号）',
])('%s: the words become the sources', async words => {
  const grid = await aPlan(words);

  const notice = await lastPost(grid);
  expect(notice).toContain('资金来源：居民众筹4,000元（自愿认筹）、政策奖补2,000元（批文桓财2026-12号）');
  expect(notice).toContain('预算：6,000元');
  expect(notice).not.toContain('居民自愿认筹6,000元');
});

test.each([
  ['发布1号方案：换成声控灯，预算6000元，资金来源：居民凑一些，奖补2000元', '没有全看懂'],
  ['发布1号方案：换成声控灯，预算6000元，资金来源：居民4000元，奖补1000元', '和方案的预算6,000元不一样'],
])('%s: asked, and nothing is published', async (words, answer) => {
  const grid = await aTopic();

  expect(await grid.role('grid_secretary').says(words)).toContain(answer);
  expect(await grid.posts()).toEqual([]);
  expect((await theProject(grid, 1)).fundingPlan).toBeNull();
});

test('the class is changed with a reason that all can read, twice at most, and never to what it is', async () => {
  const grid = await aTopic();
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says('1号定为轻量影响类')).toContain('已经是轻量影响类');
  expect(await secretary.says('1号定为迫切需求类')).toContain('改类别要写原因');
  expect(await secretary.says('1号改为迫切需求类，原因：不知道')).toContain('改类别要写原因');
  expect(await secretary.says('1号改为迫切需求类，原因：线路冒烟，有危险')).toContain('1号改为迫切需求类');
  expect(await lastPost(grid)).toContain('由轻量影响类改为迫切需求类，原因：线路冒烟，有危险');
  await secretary.says('1号改为品质提升类，原因：只换灯罩');
  expect(await secretary.says('1号改为迫切需求类，原因：又冒烟了')).toContain('已经改过2次');
  expect((await theProject(grid, 1)).fundingClass).toBe('quality');
});

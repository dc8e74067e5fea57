import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';
import { aProject, theProject } from '../support/works.js';

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
])('answer %s: %s pays, and neighbours are not asked', async (answer, payer) => {
  const grid = await aTopic();

  expect(await checks(grid, answer)).toContain(`应由${payer}出钱，不能向居民筹款`);
  await grid.role('grid_secretary').says('发布1号方案：换灯，预算3000元');
  expect((await grid.posts()).at(-1)).toContain('不向居民筹款');
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
    const counted = { closedAt: at, reviewEndsAt: at, result: { passed: true } };
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

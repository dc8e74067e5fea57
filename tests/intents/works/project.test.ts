import { expect, test } from 'vitest';
import { aNeighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject, theProject } from '../../support/works.js';

const finished = { state: 'completed_pending_acceptance', percent: 100 } as const;

test('two of three supervisors accept; the group is told, and the proposer earns points', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, finished);

  expect(await grid.role('supervisor', 0).says('1号项目验收合格')).toBe(
    '已记下您对1号的意见：验收合格。监管小组3人，已有1人签合格，三分之二签了就通过。',
  );
  expect((await theProject(grid, 1)).state).toBe('completed_pending_acceptance');
  expect(await grid.role('supervisor', 1).says('1号项目验收合格')).toContain('1号验收通过');

  const project = await theProject(grid, 1);
  expect(project).toMatchObject({ state: 'accepted', acceptedAt: grid.now });
  const [post = ''] = await grid.posts();
  expect(post).toContain('【验收公示】1号 装路灯');
  expect(post).toContain('监管小组3人中2人签字合格');
  const points = await grid.inUnit(unit => unit.credit.entries(project.proposerId));
  expect(points.map(({ behaviour }) => behaviour)).toEqual(['lead']);
});

test('a leader’s signature is kept beside and decides nothing', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, finished);
  await grid.role('supervisor', 0).says('1号项目验收合格');

  expect(await grid.role('building_leader').says('1号项目验收合格')).toContain('验收由监管小组决定');
  expect(await failed(grid.role('grid_secretary'))).toContain('已有1人签合格');
  expect((await theProject(grid, 1)).state).toBe('completed_pending_acceptance');
});

test('a fault that a supervisor finds sends the works back, and after mending all sign anew', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, finished);
  const [first, second, third] = [0, 1, 2].map(index => grid.role('supervisor', index));
  await first?.says('1号项目验收合格');
  expect(second && (await failed(second))).toContain('1号在整改中');
  expect((await theProject(grid, 1)).state).toBe('rectification');

  grid.now = new Date('2026-03-05T10:00:00+08:00');
  await grid.role('grid_secretary').says('1号项目进度：灯杆已扶正，完成100%');
  expect(await third?.says('1号项目验收合格')).toContain('已有1人签合格');
  expect(await second?.says('1号项目验收合格')).toContain('验收通过');
});

test('a fault is mended by work, not outvoted', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'rectification', percent: 100 });

  expect(await grid.role('supervisor', 0).says('1号项目验收合格')).toContain('1号在整改中。整改好后请发送');
  expect((await theProject(grid, 1)).state).toBe('rectification');
});

test.each([
  ['signed the same before', finished, 'supervisor', '1号项目验收合格', '您已经对1号项目签过验收意见了'],
  [
    'not yet complete',
    { state: 'in_progress', percent: 70 } as const,
    'supervisor',
    '1号项目验收合格',
    '1号项目才完成70%',
  ],
  ['not a signer', finished, 'cashier', '1号项目验收合格', '要由监管小组成员'],
] as const)('an acceptance that is %s is refused', async (why, changes, role, words, answer) => {
  const grid = await aNeighbourhood();
  await aProject(grid, changes);
  if (why.startsWith('signed')) await grid.role(role).says(words);
  const before = await grid.journal();

  expect(await grid.role(role).says(words)).toContain(answer);
  expect(await grid.journal()).toEqual(before);
});

test('a grid without a supervision team cannot accept', async () => {
  const grid = await aNeighbourhood({ households: 40 });
  await aProject(grid, { ...finished, proposer: 'r020' });
  await grid.inUnit(async unit => {
    await unit.manager.query(`DELETE FROM role WHERE role = 'supervisor'`);
  });

  expect(await grid.role('building_leader').says('1号项目验收合格')).toContain('还没有监管小组');
});

test('households rate for seven days, may change their mind, and the mean is told from five on', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'accepted', percent: 100, acceptedAt: grid.now });

  expect(await grid.resident(40).says('给1号打5分')).toBe('谢谢，您家给1号打了5分，验收后7天内可以改。');
  await grid.resident(40).says('给1号打3分');
  for (const who of [41, 42, 43]) await grid.resident(who).says('给1号打5分');
  expect(await grid.resident(44).says('给1号打5分')).toContain('已有5户评价，平均4.6分');

  grid.now = new Date('2026-03-10T00:00:00+08:00');
  expect(await grid.resident(45).says('给1号打5分')).toContain('1号项目现在不在评价期');
});

test('the only project that may be rated needs no number', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'settlement_published', acceptedAt: new Date('2026-01-01T10:00:00+08:00') });
  await aProject(grid, { state: 'accepted', acceptedAt: grid.now });

  expect(await grid.resident(40).says('五星好评')).toContain('您家给2号打了5分');
});

/** Signs that it did not pass, with a yes where the bot wants to be sure. */
async function failed(signer: Person): Promise<string> {
  const answer = await signer.says('第1号项目验收不合格，需返工');
  return answer.includes('回复“是”') ? signer.says('是') : answer;
}

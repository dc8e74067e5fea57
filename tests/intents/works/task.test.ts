import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';

test('a task claimed in the group is numbered, reported done, checked by another household and closed', async () => {
  const grid = await aNeighbourhood();
  const [claimer, other] = [grid.resident(50), grid.resident(51)];

  expect(await claimer.says('三单元的路灯我来盯')).toContain('**任务1**：三单元的路灯，3月9日');
  expect(await other.says('任务1核实')).toContain('还没有报完成');
  expect(await other.says('任务1完成')).toContain('别的邻居认领');
  expect(await claimer.says('任务1完成')).toContain('任务1核实');
  expect(await claimer.says('任务1核实')).toContain('别家的邻居');
  expect(await other.says('任务1核实')).toContain('核实办好了');
  expect((await grid.postsTo(claimer.userid)).at(-1)).toContain('已有邻居核实');
  expect(await other.says('任务1核实')).toContain('已经办结');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('the claimer is reminded in private two days before the last one and every three days after; the secretary sees what is overdue', async () => {
  const grid = await aNeighbourhood();
  const claimer = grid.resident(50);
  await claimer.says('三单元的路灯我来盯');
  const reminders = async (): Promise<number> =>
    (await grid.postsTo(claimer.userid)).filter(text => text.includes('您认领的任务1')).length;

  await grid.until('2026-03-07T20:00:00+08:00');
  expect(await reminders()).toBe(0);
  await grid.until('2026-03-10T08:00:00+08:00');
  expect(await reminders()).toBe(1);
  await grid.until('2026-03-11T20:00:00+08:00');
  await grid.scheduler.run('remind-of-tasks');
  expect(await reminders()).toBe(2);
  const lists = (await grid.postsTo(grid.role('grid_secretary').userid)).filter(text => text.includes('任务1'));
  expect(lists.at(-1)).toContain('三单元的路灯：应在3月9日');
  expect((await grid.posts()).join()).not.toContain('任务1');

  expect(await claimer.says('任务1放弃')).toContain('不要紧');
  await grid.until('2026-03-20T20:00:00+08:00');
  expect(await reminders()).toBe(2);
});

test.each(['谁说路灯我来管', '路灯我来管吗？', '要是没人管就我来盯', '我来盯', '我来管钱', '不要什么都我来管'])(
  '%s is talk, and claims nothing',
  async said => {
    const grid = await aNeighbourhood();

    expect(await grid.resident(50).says(said)).not.toContain('任务');
    expect(await grid.inUnit(async unit => unit.tasks.open())).toEqual([]);
  },
);

test('任务 lists what is claimed under masked names; what another household finds not done goes back to its claimer in private', async () => {
  const grid = await aNeighbourhood();
  const [claimer, other] = [grid.resident(50), grid.resident(51)];

  expect(await other.says('任务')).toContain('没有认领着的任务');
  await claimer.says('三单元的路灯我来盯');
  expect(await other.says('任务1没办好：灯还是不亮')).toContain('还没有报完成');
  expect(await other.says('任务列表')).toMatch(/任务1 三单元的路灯（.+，3月2日（周一）认领）/u);
  expect(await other.says('任务')).not.toContain(claimer.name);
  await claimer.says('任务1完成');
  expect(await other.says('任务')).toContain('等别家去看');
  grid.now = new Date('2026-03-06T10:00:00+08:00');
  expect(await claimer.says('任务1没办好')).toContain('别家的邻居');
  expect(await other.says('任务1没办好：灯还是不亮')).toContain('3月13日');
  expect((await grid.postsTo(claimer.userid)).at(-1)).toContain('还没有办好：灯还是不亮');
  expect(await other.says('任务1核实')).toContain('还没有报完成');
  await claimer.says('任务1完成');
  expect(await claimer.opensPrivateChat()).not.toContain('还没有办好');
  expect(await other.says('任务1核实')).toContain('核实办好了');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

import { expect, test } from 'vitest';
import type { Earning } from '../../../src/domain/credit/credit.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';

async function earns(grid: Neighbourhood, person: Person, points: number, behaviour: Earning = 'lead'): Promise<void> {
  await grid.inUnit(async unit => {
    const { id } = await unit.members.view(person.userid);
    const about = `given:${points}:${behaviour}`;
    await unit.credit.add({ memberId: id, behaviour, points, score: points, about, at: grid.now });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
}

const expiring = async (grid: Neighbourhood, person: Person): Promise<string[]> =>
  (await grid.postsTo(person.userid)).filter(text => text.includes('过期作废'));

test('who has points that expire on 31 December is told 60 and 15 days before, once each, and nobody else', async () => {
  const grid = await aNeighbourhood({ now: '2025-06-02T10:00:00+08:00' });
  const [owner, other] = [grid.resident(50), grid.resident(51)];
  await earns(grid, owner, 12);
  grid.now = new Date('2026-10-01T10:00:00+08:00');
  await earns(grid, other, 5);

  await grid.until('2026-11-01T10:00:00+08:00');
  expect(await expiring(grid, owner)).toEqual([]);
  await grid.until('2026-11-03T10:00:00+08:00');
  expect(await expiring(grid, owner)).toEqual([expect.stringContaining('12分积分用到12月31日（周四）为止')]);
  await grid.until('2026-12-17T10:00:00+08:00');
  await grid.scheduler.run('warn-expiring-points');
  expect(await expiring(grid, owner)).toHaveLength(2);
  expect(await expiring(grid, other)).toEqual([]);
});

test('who has used points since reads no earlier number of those that expire', async () => {
  const grid = await aNeighbourhood({ now: '2025-06-02T10:00:00+08:00' });
  const owner = grid.resident(50);
  await earns(grid, owner, 12);
  grid.now = new Date('2026-11-01T10:00:00+08:00');
  await grid.until('2026-11-03T10:00:00+08:00');
  expect((await grid.postsTo(owner.userid)).join()).toContain('12分积分用到');

  expect(await owner.says('兑换抽纸一包', { chat: 'single' })).toContain('抽纸');
  expect(await owner.opensPrivateChat()).not.toContain('过期作废');
});

test('once a month everybody’s total is told under masked names, with the time for objections; a tenth is drawn for the supervisors', async () => {
  const grid = await aNeighbourhood({ now: '2026-02-02T10:00:00+08:00' });
  const [one, two] = [grid.resident(50), grid.resident(51)];
  await earns(grid, one, 12);
  await earns(grid, one, 1, 'vote');
  await earns(grid, two, 3, 'donate');

  await grid.until('2026-03-01T10:00:00+08:00');
  await grid.scheduler.run('post-points-list');

  const [list = '', ...more] = (await grid.posts()).filter(text => text.includes('积分公示'));
  expect(more).toEqual([]);
  expect(list).toContain('2月');
  expect(list).toContain(`${[...one.name][0]}`);
  for (const { name } of [one, two]) expect(list).not.toContain(name);
  expect(list).toMatch(/- 13分：\S＊+/u);
  expect(list).not.toMatch(/表决|众筹出资/u);
  expect(list).toContain('公示到3月9日（周一）');
  const sample = (await grid.postsTo(grid.role('supervisor').userid)).filter(text => text.includes('积分抽查'));
  expect(sample).toHaveLength(1);
  expect(sample[0]).toContain('带头办成项目 +12分');
  expect(sample[0]).not.toMatch(/参加表决|众筹出资/u);
});

test('the supervisors are given every award of a pair that confirms each other too often, and none of who has left', async () => {
  const grid = await aNeighbourhood({ now: '2026-02-02T10:00:00+08:00' });
  const [one, left] = [grid.resident(50), grid.resident(51)];
  for (const points of [11, 12, 13]) await earns(grid, left, points);
  await grid.inUnit(async unit => {
    const { id } = await unit.members.view(one.userid);
    for (const no of [1, 2, 3]) {
      const { now } = grid;
      const span = { sessionId: 1, memberId: id, startedAt: now, endedAt: now, halfHours: 2, flaggedAt: now };
      const shift = await unit.service.keepShift(span);
      const about = `shift:${shift.id}`;
      await unit.credit.add({ memberId: id, behaviour: 'volunteer', points: no, score: no, about, at: now });
    }
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  await left.says('退出积分', { chat: 'single' });
  await left.says('是', { chat: 'single' });

  await grid.until('2026-03-01T10:00:00+08:00');

  const [sample = ''] = (await grid.postsTo(grid.role('supervisor').userid)).filter(text => text.includes('积分抽查'));
  expect(sample.match(/志愿服务 \+[123]分（同两人互相确认偏多）/gu)).toHaveLength(3);
  expect(sample).not.toContain('带头办成项目');
});

test('a month in which nobody earned anything is told to nobody', async () => {
  const grid = await aNeighbourhood({ now: '2026-02-02T10:00:00+08:00' });

  await grid.until('2026-03-03T10:00:00+08:00');

  expect((await grid.posts()).filter(text => text.includes('积分公示'))).toEqual([]);
});

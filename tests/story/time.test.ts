import { expect, test } from 'vitest';
import { verify } from '../../src/process/commands/verify.js';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';

/** A poll that is open for three days. */
async function aPoll(now: string): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now, households: 12 });
  const answer = await grid.role('building_leader').says('发起表决：要不要装路灯，3天后截止');
  expect(answer).toContain('1号表决已发起');
  expect(await grid.resident(3).says('同意')).toContain('投了同意');
  return grid;
}

async function isProven(grid: Neighbourhood): Promise<void> {
  const lines: string[] = [];
  expect(await verify(grid.store, line => lines.push(line)), lines.join('\n')).toBe(true);
}

async function closings(grid: Neighbourhood): Promise<number> {
  return (await grid.journal()).filter(deed => deed === 'poll.close').length;
}

test('a process that slept for three days does what fell due at once, as of its deadline, and only once', async () => {
  const grid = await aPoll('2026-03-02T10:00:00+08:00');

  grid.now = new Date('2026-03-08T10:00:00+08:00');
  await grid.scheduler.catchUp();
  await grid.scheduler.catchUp();

  expect(await closings(grid)).toBe(1);
  const poll = await grid.inUnit(unit => unit.polls.byNo(1));
  expect(poll?.closedAt).toEqual(poll?.closesAt);
  expect(await grid.resident(4).says('1号我同意')).not.toContain('已有2户投票');
  await isProven(grid);
});

test('a clock that steps back neither opens what was closed nor closes it twice, and new deeds are taken', async () => {
  const grid = await aPoll('2026-03-02T10:00:00+08:00');
  await grid.until('2026-03-06T10:00:00+08:00');
  expect(await closings(grid)).toBe(1);

  grid.now = new Date('2026-03-06T08:00:00+08:00');
  await grid.scheduler.catchUp();
  expect(await grid.resident(4).says('提案：3号楼东头装路灯')).toContain('2号');
  grid.now = new Date('2026-03-04T08:00:00+08:00');
  await grid.scheduler.catchUp();
  expect(await grid.resident(5).says('附议2号')).toContain('附议');
  expect(await grid.resident(6).says('1号我同意')).not.toContain('已有2户投票');
  await grid.until('2026-03-07T10:00:00+08:00');

  expect(await closings(grid)).toBe(1);
  await isProven(grid);
});

test.each([
  ['over a leap day', '2028-02-27T10:00:00+08:00', '3月1日', '2028-03-01T23:58:00+08:00', '2028-03-02T00:10:00+08:00'],
  ['on a leap day', '2028-02-26T10:00:00+08:00', '2月29日', '2028-02-29T23:58:00+08:00', '2028-03-01T00:10:00+08:00'],
  ['over New Year', '2026-12-30T10:00:00+08:00', '1月2日', '2027-01-02T23:58:00+08:00', '2027-01-03T00:10:00+08:00'],
])('three days %s', async (_, opened, told, before, after) => {
  const grid = await aPoll(opened);
  expect((await grid.posts()).join('\n')).toContain(told);

  await grid.until(before);
  expect(await closings(grid)).toBe(0);
  await grid.until(after);

  expect(await closings(grid)).toBe(1);
  await isProven(grid);
});

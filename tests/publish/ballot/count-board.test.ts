import { expect, test } from 'vitest';
import { countBoard } from '../../../src/publish/ballot/count-board.js';
import { exportPoll } from '../../../src/publish/poll/export-poll.js';
import { sampleResidents } from '../../../src/trial/sample-grid.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

async function aVote(choices: readonly string[]) {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  await grid.role('building_leader').says('发起表决：楼道刷不刷白，周日晚八点截止');
  const said: string[] = [];
  for (const [at, choice] of choices.entries())
    said.push(await grid.resident(20 + at).says(`1号${choice}`, { chat: 'single' }));
  const sheet = (): Promise<string | null> => grid.inUnit(unit => countBoard(unit, { no: 1, page: 1, now: grid.now }));
  return { grid, said, sheet };
}

test('once a poll is closed everybody finds the own ballot under its code, and nobody finds another’s', async () => {
  const { grid, sheet } = await aVote(['同意', '同意', '反对', '同意', '弃权', '同意']);
  expect(await sheet()).toBeNull();
  await grid.until('2026-03-09T10:00:00+08:00');

  const page = String(await sheet());
  const own = await grid.resident(22).says('我的票', { chat: 'single' });
  const code = /回执码([0-9A-Z-]{9})/.exec(own)?.[1] ?? 'none';
  expect(page).toMatch(new RegExp(`<code>${code}</code></td>\\s*<td>反对</td>`));
  expect(page.match(/<code>[0-9A-Z]{4}-[0-9A-Z]{4}<\/code>/g)).toHaveLength(6);
  for (const { name } of sampleResidents()) expect(page).not.toContain(name);
  expect(page).not.toMatch(/单元|室/);
});

test('below five voters there is no sheet', async () => {
  const { grid, sheet } = await aVote(['同意', '同意', '反对', '同意']);
  await grid.until('2026-03-09T10:00:00+08:00');

  expect(await sheet()).toBeNull();
});

test('a poll that only sounds out, and comes later, does not hide the count of the decision', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T15:30:00+08:00' });
  await aProject(grid, { state: 'plan_published' });
  grid.now = new Date('2026-03-10T00:00:00+08:00');
  const leader = grid.role('building_leader');
  await leader.says('1号发起表决，3天后截止');
  for (let index = 0; index < 6; index += 1) await grid.resident(index).says('1号同意');
  await grid.until('2026-03-14T10:00:00+08:00');
  await leader.says('1号发起表决：灯杆用哪种，选项圆杆、方杆，明晚八点截止');
  if (leader.last.text.includes('回复“是”')) await leader.says('是');
  expect(await grid.inUnit(async unit => (await unit.polls.byNo(1))?.track)).toBe('advisory');

  expect(await grid.inUnit(unit => countBoard(unit, { no: 1, page: 1, now: grid.now }))).toContain('共6票');
  expect(await grid.inUnit(unit => exportPoll(unit, 1, () => 0.5))).toMatchObject({ no: 1, result: { passed: false } });
});

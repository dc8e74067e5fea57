import { expect, test } from 'vitest';
import { countBoard } from '../../../src/publish/ballot/count-board.js';
import { sampleResidents } from '../../../src/trial/sample-grid.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';

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

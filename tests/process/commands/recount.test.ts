import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { exportPoll } from '../../../src/publish/poll/export-poll.js';
import { recountFile } from '../../../src/process/commands/recount.js';
import { inTongue } from '../../../src/process/commands/tongue.js';
import { type CountSheet, recount } from '../../../src/domain/ballot/count-sheet.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

/** A closed poll in which 80 agree and 10 do not. */
async function aClosedPoll(opening: string): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T00:00:00+08:00' });
  await aProject(grid, { state: 'plan_published', planPublishedAt: new Date('2026-03-02T10:00:00+08:00') });
  await grid.role('building_leader').says(opening);
  for (let index = 0; index < 90; index += 1) await grid.resident(index).says(index < 80 ? '1号同意' : '1号反对');
  await grid.until('2026-04-20T10:00:00+08:00');
  return grid;
}

function counted(sheet: unknown): { holds: boolean; lines: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-recount-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'poll.json');
  writeFileSync(file, typeof sheet === 'string' ? sheet : JSON.stringify(sheet));
  const lines: string[] = [];
  return {
    holds: recountFile(
      file,
      inTongue(line => lines.push(line), 'en'),
    ),
    lines,
  };
}

test.each(['1号发起表决，10天后截止', '1号发起业主表决，10天后截止'])(
  '“%s”: a stranger gets the same result',
  async opening => {
    const grid = await aClosedPoll(opening);
    const sheet = (await grid.inUnit(unit => exportPoll(unit, 1, () => 0.5))) as CountSheet;

    const { holds, lines } = counted(sheet);
    expect(holds, lines.join('\n')).toBe(true);
    expect(lines.join('\n')).toContain('同意：80/90');
    expect(recount(sheet).tally).toMatchObject({ voted: 90, counts: { agree: 80, disagree: 10 } });
    // Neither names nor accounts nor rooms are in it.
    expect(JSON.stringify(sheet)).not.toMatch(/r\d{3}|单元|王|household/u);
  },
);

test('one changed ballot betrays itself', async () => {
  const grid = await aClosedPoll('1号发起业主重大事项表决，10天后截止');
  const sheet = (await grid.inUnit(unit => exportPoll(unit, 1, () => 0.5))) as CountSheet;
  const ballots = sheet.ballots.map((ballot, index) => (index < 40 ? { ...ballot, choice: 'disagree' } : ballot));

  const { holds, lines } = counted({ ...sheet, ballots });
  expect(holds).toBe(false);
  expect(lines.at(-1)).toContain('FAILED');
});

test('an open poll, a missing one and a tiny one have no sheet', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'plan_published', planPublishedAt: new Date('2026-02-02T10:00:00+08:00') });
  await grid.role('building_leader').says('1号发起表决，3天后截止');
  await grid.resident(40).says('1号同意');

  expect(await grid.inUnit(unit => exportPoll(unit, 1, () => 0.5))).toContain('still open');
  expect(await grid.inUnit(unit => exportPoll(unit, 9, () => 0.5))).toContain('no poll 9');
  await grid.until('2026-03-20T10:00:00+08:00');
  expect(await grid.inUnit(unit => exportPoll(unit, 1, () => 0.5))).toContain('Fewer than 5');
});

test.each([
  ['no JSON', '{', 'not JSON'],
  ['another form', '{"format":"other"}', 'no count sheet'],
])('a file with %s is refused in a sentence', (_, text, sentence) => {
  expect(counted(text)).toMatchObject({ holds: false, lines: [expect.stringContaining(sentence)] });
});

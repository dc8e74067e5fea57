import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { countPoll } from '../../../src/operations/poll/which-poll.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const word = fc.constantFrom('1号同意', '1号反对', '1号弃权', '撤销1号投票');
const said = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), word), { minLength: 1, maxLength: 15 });

test.each(['1号发起表决，10天后截止', '1号发起业主表决，10天后截止'])(
  '“%s”: what is announced is what the sealed ballots give when they are counted anew',
  { timeout: 300_000 },
  async opening => {
    await fc.assert(
      fc.asyncProperty(said, async words => {
        const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 40 });
        await aProject(grid, {
          state: 'plan_published',
          planPublishedAt: new Date('2026-03-02T15:30:00+08:00'),
          proposer: 'r021',
        });
        await grid.role('building_leader').says(opening);
        const standing = new Map<number, string[]>();
        for (const [who, text] of words) {
          await grid.resident(who).says(text);
          const own = standing.get(who) ?? [];
          const isUndo = text.startsWith('撤销');
          // One step back; who has no vote standing has nothing to take back.
          if (!isUndo) standing.set(who, [...own, text]);
          else if (own.at(-1)) standing.set(who, [...own, own.at(-2) ?? '']);
          // Counted after every deed, it is what each one’s last standing word makes it.
          const last = [...standing.values()].map(list => list.at(-1)).filter(Boolean);
          const tally = await grid.inUnit(async unit => {
            const poll = await unit.polls.byNo(1);
            return poll && countPoll(unit, poll);
          });
          expect(tally?.voted).toBe(last.length);
          expect(tally?.counts['agree'] ?? 0).toBe(last.filter(one => one === '1号同意').length);
        }
        await grid.until('2026-03-29T10:00:00+08:00');
        const lines: string[] = [];
        expect(await verify(grid.store, line => lines.push(line)), lines.join('\n')).toBe(true);
        expect(lines.some(line => line.includes('polls: 1 results'))).toBe(true);
      }),
      { numRuns: 2 },
    );
  },
);

test('a result that was changed is named', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 40 });
  await aProject(grid, {
    state: 'plan_published',
    planPublishedAt: new Date('2026-03-02T15:30:00+08:00'),
    proposer: 'r021',
  });
  await grid.role('building_leader').says('1号发起表决，3天后截止');
  for (let index = 0; index < 25; index += 1) await grid.resident(index).says('1号同意');
  await grid.until('2026-03-22T10:00:00+08:00');
  await grid.inUnit(async unit => {
    const poll = await unit.polls.byNo(1);
    // Even where the journal was made to agree with it.
    if (poll) await unit.polls.keep(Object.assign(poll, { result: { ...poll.result, passed: false } }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  const lines: string[] = [];
  expect(await verify(grid.store, line => lines.push(line))).toBe(false);
  expect(lines.at(-1)).toContain('poll#1: its result is not what its ballots give');
});

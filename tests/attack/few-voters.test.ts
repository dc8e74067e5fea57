import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportPoll } from '../../src/publish/poll/export-poll.js';
import { gridBoard } from '../../src/publish/notice/notice-board.js';
import { pollBoard } from '../../src/publish/poll/poll-board.js';
import { projectBoard } from '../../src/publish/notice/project-board.js';
import { aNeighbourhood } from '../support/neighbourhood.js';
import { aProject } from '../support/works.js';

/** Everything that anybody may read of a poll in which the first residents said these words, before and after it closes. */
async function published(opening: string, words: readonly string[]): Promise<string[]> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  await aProject(grid, { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') });
  await grid.role('building_leader').says(opening);
  const no = opening.startsWith('1号') ? 1 : 2;
  for (const [index, said] of words.entries())
    await grid.resident(20 + index).says(`${no}号${said}`, { chat: 'single' });

  const seen: string[] = [];
  const look = async (): Promise<void> => {
    for (const said of [`${no}号投票情况`, `${no}号还差多少`, `看看${no}号项目`, `${no}号进度`])
      seen.push(await grid.resident(50).says(said));
    seen.push(await grid.role('building_leader').says(`${no}号走访名单`, { chat: 'single' }));
    await grid.inUnit(async unit => {
      const view = { no, page: 1, expenses: 1, next: '', now: grid.now };
      seen.push((await projectBoard(unit, view)) ?? '', (await pollBoard(unit, no, grid.now)) ?? '');
      seen.push(
        (await gridBoard(unit, { page: 1, now: grid.now })) ?? '',
        JSON.stringify(await exportPoll(unit, no, () => 0.5)),
      );
    });
  };
  await look();
  await grid.until('2026-03-29T10:00:00+08:00');
  await look();
  // The head of the journal is the digest of what is kept; it differs, and tells nothing.
  return [...seen, ...(await grid.posts())].map(text => text.replaceAll(/[0-9a-f]{8,64}/gu, '#'));
}

test.each([
  ['1号发起业主表决，10天后截止', ['同意', '反对', '弃权']],
  ['1号发起表决，10天后截止', ['同意', '反对', '弃权']],
  ['发起投票：楼道刷什么颜色，选项白色、米黄，10天后截止', ['选白色', '选米黄']],
] as const)(
  '“%s”: with fewer than five voters no view tells what anybody chose',
  { timeout: 300_000 },
  async (opening, choices) => {
    const words = fc.array(fc.constantFrom(...choices), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(words, async said => {
        const [first] = choices;
        expect(await published(opening, said)).toEqual(
          await published(
            opening,
            said.map(() => first),
          ),
        );
      }),
      { numRuns: 2 },
    );
  },
);

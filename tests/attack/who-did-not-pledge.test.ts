import { expect, test } from 'vitest';
import { helpLine } from '../../src/publish/help-line.js';
import { loadIntents } from '../../src/process/registry.js';
import { sample, sampleResidents } from '../../src/trial/sample-grid.js';
import { boardServed, unhurried } from '../support/board.js';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';
import { aProject } from '../support/works.js';

const residents = sampleResidents();
/** Two households of one entrance, and one of another building, that hold no role. */
const quietOnes = [39, 40, 69];
/** Who asks: a neighbour, and everyone whose role lets them see more. The cashier and the bookkeeper keep the list of payments. */
const askers = ['r050', 'r001', 'r002', 'r003', 'r006', 'r007', 'r031', 'r036', 'r014'];

/** The round of the report: everyone but one household pledges 200 yuan; some who ask take theirs back, and it is covered all the same. */
async function theRoundWithout(quiet: number): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const pledgeClosesAt = new Date('2026-03-16T00:00:00+08:00');
  await aProject(grid, { state: 'pledging', budgetFen: 2_000_000, pledgeClosesAt });
  for (const who of residents.keys()) if (who !== quiet) await grid.resident(who).says('1号我出200元');
  return grid;
}

/** Every sentence that a help text or an intent gives as an example, about project 1. */
async function everySentence(): Promise<string[]> {
  const said = [...(await loadIntents())].flatMap(([, { help, phrases }]) => [
    ...[...(help ? helpLine(help) : '').matchAll(/“([^”]+)”/gu)].map(([, words = '']) => words),
    ...phrases,
  ]);
  const prying = [
    '谁没认捐',
    '谁还没交',
    '未认捐名单',
    '还有谁没出钱',
    '3号楼交了多少',
    '1号楼交了多少',
    '2号楼交了多少',
    '1号认捐名单',
  ];
  // The sentence about a household would itself be another in the two worlds.
  return [...new Set([...said, ...prying])].map(words => words.replaceAll('12号', '1号'));
}

/** Words without what differs from record to record: digests, codes, secret links. */
function plainly(words: string): string {
  return (
    words
      // Links before digests: a run of hexadecimal signs may stand within a link's secret, and would leave half of it.
      .replaceAll(/(?:mine|dossier|cards|desk\/login)\/[\w-]+|(?<![\w-])[\w-]{43}(?![\w-])/g, 'LINK')
      .replaceAll(/[0-9a-f]{8,64}/g, '#')
      .replaceAll(/(签到码是 \*\*|签到 |签退 )\d{4}/g, '$1CODE')
      .replaceAll(/[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}|\b\d{6}\b|\b[A-HJ-NP-Z2-9]{6}\b/g, 'CODE')
  );
}

async function everythingReadable(grid: Neighbourhood, sentences: readonly string[]): Promise<string[]> {
  const heard: string[] = [];
  for (const asker of askers) {
    for (const words of sentences) {
      for (const chat of ['group', 'single'] as const) {
        const answer = await grid.resident(asker).says(words, { chat });
        heard.push(plainly(`${asker} ${chat} ${words} → ${answer}`));
      }
    }
  }
  await grid.until('2026-03-20T12:00:00+08:00');
  heard.push(...(await grid.posts()).map(plainly));
  for (const asker of askers) heard.push(...(await grid.postsTo(asker)).map(words => plainly(`to ${asker}: ${words}`)));
  return heard;
}

async function pages(grid: Neighbourhood): Promise<string[]> {
  const base = await boardServed(grid, { clockMs: unhurried() });
  const paths = [`/board/${sample.code}`, `/board/${sample.code}/1`, `/board/${sample.code}/1/2026-03.csv`];
  return Promise.all(paths.map(async path => plainly(await (await fetch(base + path)).text())));
}

test(
  'no answer, list, total, page or reminder differs by which household did not pledge',
  { timeout: 300_000 },
  async () => {
    const sentences = await everySentence();
    expect(sentences.length).toBeGreaterThan(100);
    const [one, other] = await Promise.all(quietOnes.slice(0, 2).map(theRoundWithout));
    if (!one || !other) throw new Error('two worlds');
    const before = [await pages(one), await pages(other)];
    const heard = [await everythingReadable(one, sentences), await everythingReadable(other, sentences)];

    expect(before[0]).toEqual(before[1]);
    expect(heard[0]).toEqual(heard[1]);
    expect(await pages(one)).toEqual(await pages(other));
    // The two worlds are not the same to those who did not pledge: the test would see a difference.
    const own = await Promise.all([one, other].map(grid => grid.resident(39).says('1号收支', { chat: 'single' })));
    expect(own[0]).not.toBe(own[1]);
  },
);

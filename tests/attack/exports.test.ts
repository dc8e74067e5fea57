import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { unzipSync } from 'fflate';
import Koa from 'koa';
import { expect, onTestFinished, test } from 'vitest';
import { canonical, digestOfLine } from '../../src/domain/journal.js';
import { digestOfEntry } from '../../src/domain/funds/ledger-chain.js';
import { projectDossier } from '../../src/publish/notice/dossier.js';
import { exportPoll } from '../../src/publish/poll/export-poll.js';
import { sealed } from '../../src/store/engine/entities.js';
import { JournalLine } from '../../src/store/engine/journal-line.js';
import { Secret } from '../../src/store/engine/secret.js';
import { Grid } from '../../src/store/people/grid.js';
import { Household } from '../../src/store/people/household.js';
import { LedgerEntry } from '../../src/store/funds/ledger-entry.js';
import { sample } from '../../src/trial/sample-grid.js';
import { boardRoutes } from '../../src/web/board.js';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';
import { theStory } from '../support/twenty-households.js';
import { aProject } from '../support/works.js';

/** The dossier of project 1 as text, file by file. */
async function dossier(grid: Neighbourhood): Promise<Map<string, string>> {
  const { zip } = await grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    if (!project) throw new Error('there is no project 1');
    return projectDossier(unit, project, { now: grid.now, random: () => 0.5 });
  });
  const files = Object.entries(unzipSync(zip)).filter(([path]) => !path.startsWith('pictures/'));
  return new Map(files.map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]));
}

async function pages(grid: Neighbourhood): Promise<string[]> {
  let ms = 0;
  const routes = boardRoutes({
    chance: Math.random,
    store: grid.store,
    now: () => grid.now,
    boardUrl: () => '',
    clockMs: () => (ms += 60_000),
  });
  const server = new Koa().use(routes.routes()).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  onTestFinished(() => new Promise<void>(resolve => server.close(() => resolve())));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/board/${sample.code}`;
  const paths = ['', '/1', '/1/roster', '/1/count'];
  return Promise.all(paths.map(async path => `${path} ${await (await fetch(base + path)).text()}`));
}

/** All that leaves the record about project 1, without what is made by chance. */
async function everything(grid: Neighbourhood): Promise<string[]> {
  const asks = ['1号投票情况', '1号还差多少', '1号', '1号收支', '1号谁没投', '1号方案'];
  const askers = [
    grid.resident(100),
    grid.role('grid_secretary'),
    grid.role('supervisor'),
    grid.role('building_leader'),
  ];
  const heard: string[] = [];
  for (const asker of askers)
    for (const words of asks)
      for (const chat of ['group', 'single'] as const) {
        heard.push(`${words}: ${await asker.says(words, { chat })}`);
        heard.push(JSON.stringify(asker.last.card ?? null));
      }
  const sheet = await grid.inUnit(unit => exportPoll(unit, 1, () => 0.5));
  const files = [...(await dossier(grid))].map(([path, text]) => `${path}\n${text}`);
  return [...heard, ...(await grid.posts()), ...(await pages(grid)), JSON.stringify(sheet), ...files].map(plainly);
}

/** Words without digests, salts and codes, in an order that says nothing: the codes' own order is chance. */
function plainly(words: string): string {
  return words
    .replaceAll(/[0-9a-f]{8,64}/g, '#')
    .replaceAll(/[\w-]{43}/g, '#')
    .replaceAll(/[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/g, 'CODE')
    .replaceAll(/(?:mine|dossier)\/[\w-]+/g, 'LINK')
    .split(/\n|(?<=\}),|(?<=<\/tr>)/u)
    .map(line => line.trim().replaceAll(/<td>\d+\.<\/td>/g, ''))
    .toSorted()
    .join('\n');
}

test(
  'who knows every row but the salts finds no digest of one in the dossier, nor a person beside a choice or sum',
  { timeout: 120_000 },
  async () => {
    const grid = await theStory();
    const { manager } = grid.store.dataSource;
    const text = [...(await dossier(grid)).values()].join('\n');
    const bare = (row: object): string => createHash('sha256').update(canonical(row)).digest('hex');

    const tried: string[] = [];
    for (const entity of sealed) for (const row of await manager.find(entity as typeof Grid)) tried.push(bare(row));
    for (const line of await manager.find(JournalLine)) tried.push(digestOfLine(line));
    for (const entry of await manager.find(LedgerEntry)) tried.push(digestOfEntry(entry));
    expect(tried.length).toBeGreaterThan(800);
    const base64 = tried.map(hex => Buffer.from(hex, 'hex').toString('base64url'));
    expect([...tried, ...base64].filter(digest => text.includes(digest))).toEqual([]);

    for (const { value } of await manager.find(Secret)) expect(text).not.toContain(value);
    const lines = (text.match(/^\{.*"deed".*\}$/gmu) ?? []).map(line => JSON.parse(line) as JournalLine);
    expect(lines.length).toBeGreaterThan(10);
    for (const { deed, rows } of lines) {
      expect(deed).not.toMatch(
        /^(?:poll\.(?:vote|undo)|pledge\.(?:money|cancel|fulfil)|plan\.exempt|funds\.(?:receive|reconcile)|paper\.)/u,
      );
      expect(Object.keys(rows).join()).not.toMatch(/ballot|exemption|ledger_entry|offer|rating|support/u);
    }
    expect(text).not.toContain('"householdId"');
  },
);

/** An owners' poll on a project: `says` tells what the voters of that number say, all others of the first eighty agree. */
async function aPoll(says: ReadonlyMap<number, string>, { isClosed }: { isClosed: boolean }): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
  // Flats as different as they are: each area stands for one household.
  await grid.inUnit(async unit => {
    for (const home of await unit.members.households())
      await unit.rows.keep(Household, Object.assign(home, { areaCentiM2: 6_000 + home.id * 37 }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  await aProject(grid, { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') });
  await grid.role('building_leader').says('1号发起业主表决，10天后截止');
  for (let who = 0; who < 90; who += 1) await grid.resident(who).says(says.get(who) ?? '1号同意');
  if (isClosed) await grid.until('2026-03-30T09:00:00+08:00');
  return grid;
}

test.each([
  ['while it is open, whatever one household chooses', false, [[50, '1号反对']], [[50, '1号弃权']]],
  [
    'when it is closed, whichever two of ninety were against',
    true,
    [
      [50, '1号反对'],
      [51, '1号反对'],
    ],
    [
      [60, '1号反对'],
      [77, '1号反对'],
    ],
  ],
] as const)('all that leaves a poll is the same %s', { timeout: 240_000 }, async (_, isClosed, one, other) => {
  const worlds = [];
  for (const said of [one, other]) {
    const grid = await aPoll(new Map(said), { isClosed });
    worlds.push(await everything(grid));
  }

  expect(worlds[0]).toEqual(worlds[1]);
});

test('all that leaves a plan is the same whichever household is exempt', { timeout: 120_000 }, async () => {
  const worlds = [];
  for (const exempt of [45, 72]) {
    const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
    const secretary = grid.role('grid_secretary');
    await aProject(grid, { state: 'topic_selected', planPublishedAt: null, budgetFen: 1_200_000 });
    await secretary.says('1号资金来源：居民11800元，公益资源200元（协议7号）');
    await secretary.says('1号出资办法：户均');
    const { building, unit, room } = grid.resident(exempt).known ?? {};
    const answer = await secretary.says(`1号减免：${building}号楼${unit}单元${room}，由公益资源承担`, {
      chat: 'single',
    });
    expect(answer).toContain('已减免');
    await secretary.says('发布1号方案：装路灯，预算1.2万元');
    worlds.push(await everything(grid));
  }

  expect(worlds[0]).toEqual(worlds[1]);
});

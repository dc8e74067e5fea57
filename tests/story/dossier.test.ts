import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import Koa from 'koa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endRole } from '../../src/operations/people/set-up-grid.js';
import { verify } from '../../src/process/commands/verify.js';
import type { Project } from '../../src/store/proposal/project.js';
import { boardOf } from '../support/board.js';
import type { Neighbourhood } from '../support/neighbourhood.js';
import { closed, listening } from '../support/server.js';
import { theProject } from '../support/works.js';
import { theStory } from '../support/twenty-households.js';

let grid: Neighbourhood;
let folder: string;
let zip: Uint8Array;
let digest: string;
let asked: Pick<Project, 'round' | 'budgetFen'>;

/** Downloads what a link of the bot opens. */
async function fetched(link: string): Promise<{ status: number; bytes: Uint8Array; name: string }> {
  const { server, base } = await listening(new Koa().use(boardOf(grid)).callback());
  const response = await fetch(`${base}/board/${link.replace(/^http:\/\/board\//, '')}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  await closed(server);
  return { status: response.status, bytes, name: response.headers.get('content-disposition') ?? '' };
}

/** The verifier as a stranger runs it: Node and one file. */
function verified(bytes: Uint8Array, ...options: string[]): { status: number | null; words: string } {
  const file = join(folder, 'dossier.zip');
  writeFileSync(file, bytes);
  const { status, stdout } = spawnSync(process.execPath, ['dev/scripts/verify-dossier.mjs', file, ...options], {
    encoding: 'utf8',
    env: {},
  });
  return { status, words: stdout };
}

/** The dossier with one of its files changed, and its manifest too where the forger thinks of it. */
function forged(path: string, change: (words: string) => string): Uint8Array {
  const files = unzipSync(zip);
  files[path] = Buffer.from(change(Buffer.from(files[path] ?? []).toString('utf8')));
  return zipSync(files);
}

const linkIn = (text: string): string => /\((http[^)]+\/dossier\/[^)]+)\)/.exec(text)?.[1] ?? '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhongyi-dossier-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The tests below it use the dossier that this one makes.
test(
  'those who answer for a project get its dossier in private, and the verifier accepts it without the bot',
  { timeout: 300_000 },
  async () => {
    grid = await theStory();
    asked = await theProject(grid, 1);
    const link = linkIn(await grid.role('grid_secretary').says('1号档案', { chat: 'single' }));
    const file = await fetched(link);
    zip = file.bytes;
    [, digest = ''] = /-([0-9a-f]{16})\.zip/.exec(file.name) ?? [];
    const head = await grid.inUnit(async unit => (await unit.journal.all()).at(-3)?.digest ?? '');
    const { status, words } = verified(zip, '--digest', digest, '--head', head.slice(0, 16));

    expect(words).not.toContain('不通过');
    expect(status).toBe(0);
    for (const said of ['摘要全部相符', '链条不断', '借贷相平', '重新计票，通过', '1号项目“'])
      expect(words).toContain(said);

    const inGroup = await grid.role('bookkeeper').says('1号档案');
    const resident = await grid.resident(40).says('1号档案', { chat: 'single' });
    const unknown = await grid.role('bookkeeper').says('77号档案', { chat: 'single' });

    expect(inGroup).not.toContain('/dossier/');
    expect(resident).not.toContain('/dossier/');
    expect(unknown).toContain('77号');
    expect((await fetched(link.replace('/dossier/', '/mine/'))).status).toBe(404);
    expect(await grid.journal()).toEqual(expect.arrayContaining(['dossier.hand-out', 'dossier.export']));
    expect(await verify(grid.store, () => undefined)).toBe(true);
    grid.now = new Date(grid.now.getTime() + 86_400_001);
    expect((await fetched(link)).status).toBe(404);
  },
);

test('the plan in it says what residents were asked for, and what came in goods and labour stands beside the ledger', () => {
  const files = unzipSync(zip);
  const words = (path: string): string => Buffer.from(files[path] ?? []).toString('utf8');
  const { round, budgetFen } = asked;

  expect(round).not.toBeNull();
  expect(JSON.parse(words('04-plan.json'))).toMatchObject({ round, budgetFen });
  expect(JSON.parse(words('09-help.json'))).toBeInstanceOf(Array);
  expect(words('09-help.json')).not.toMatch(/household|member|单元/u);
});

test('any one changed byte of any file of the dossier is found and the file is named', () => {
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    const files = unzipSync(zip);
    const changed = Uint8Array.from(bytes);
    const at = Math.floor(changed.length / 2);
    changed[at] = (changed[at] ?? 0) ^ 1;
    files[path] = changed;
    const { status, words } = verified(zipSync(files), '--digest', digest);

    expect(status, path).toBe(1);
    expect(words, path).toContain(path);
  }
});

test.each([
  ['08-ledger.jsonl', (words: string) => words.replace('"amountFen":86000', '"amountFen":96000'), '被改动过'],
  ['08-ledger.jsonl', (words: string) => words.split('\n').toSpliced(3, 1).join('\n'), '不连续'],
  ['08-balances.json', (words: string) => words.replace(/"spent":\d+/, '"spent":1'), '分录合计'],
  ['journal.jsonl', (words: string) => words.replace('"deed":"poll.open"', '"deed":"poll.oven"'), '被改动过'],
  ['journal.jsonl', (words: string) => words.split('\n').slice(0, -1).join('\n'), '链尾'],
  [
    '11-spending.json',
    (words: string) =>
      words.replace('"state": "paid"', '"state": "approved"').replace('"state":"paid"', '"state":"approved"'),
    '就公布了决算',
  ],
  ['11-spending.json', (words: string) => words.replace(/"amountFen":\s*86000/, '"amountFen":86001'), '付的是86000分'],
  ['04-plan.json', (words: string) => words.replace(/"doneAt":\s*"[^"]+"/, '"doneAt":null'), '没有完成'],
])('a forger who mends the manifest too is caught by the chains: %s', (path, change, said) => {
  const files = unzipSync(forged(path, change));
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString('utf8')) as {
    files: Record<string, { bytes: number; sha256: string }>;
  };
  const bytes = files[path] ?? new Uint8Array();
  manifest.files[path] = { bytes: bytes.length, sha256: sha256(bytes) };
  files['manifest.json'] = Buffer.from(JSON.stringify(manifest));
  const { status, words } = verified(zipSync(files));

  expect(words).toContain(path);
  expect(words).toContain(said);
  expect(status).toBe(1);
});

test.each([
  [['--digest', 'f'.repeat(64)], '不是当时导出的那份档案'],
  [['--head', 'f'.repeat(16)], '链上没有您给的'],
])('a dossier that is not the one asked about is refused: %s', (options, said) => {
  expect(verified(zip, ...options)).toMatchObject({ status: 1, words: expect.stringContaining(said) as string });
});

test('what is no dossier gets one sentence', () => {
  expect(verified(Buffer.from('这不是压缩包')).words).toContain('不是档案');
  expect(verified(zip.subarray(0, 500)).words).toContain('不是档案');
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

test('the link opens nothing once who asked for it has lost the office', { timeout: 300_000 }, async () => {
  grid = await theStory();
  const [first, second] = [grid.role('grid_secretary'), grid.role('bookkeeper')];
  const links = [];
  for (const asking of [first, second]) links.push(linkIn(await asking.says('1号档案', { chat: 'single' })));
  const given = { userid: first.userid, role: 'grid_secretary', building: null, now: grid.now } as const;
  expect(await grid.inUnit(unit => endRole(unit, given))).toBe(true);

  const [lost, kept] = [await fetched(links[0] ?? ''), await fetched(links[1] ?? '')];

  expect(lost.status).toBe(404);
  expect(kept.status).toBe(200);
  expect(await first.says('1号档案', { chat: 'single' })).not.toContain('/dossier/');
});

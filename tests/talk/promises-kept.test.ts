import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';
import { aProject, noted, received, theProject } from '../support/works.js';

interface Row {
  readonly words: string;
  readonly keeper: string;
  readonly test: string;
}

const [, table = ''] = readFileSync('docs/promises.md', 'utf8').split('|---|---|---|\n');
const rows = table
  .split('\n')
  .filter(line => line.startsWith('| '))
  .map((line): Row => {
    const [words = '', keeper = '', tested = ''] = line
      .split('|')
      .slice(1)
      .map(cell => cell.trim().replaceAll('`', ''));
    return { words, keeper, test: tested };
  });

/** The lines of the program and its templates that somebody reads in chat or on the board. */
const said = [
  'templates/notices.txt',
  'src/domain/next-steps.ts',
  ...['intents', 'src/publish', 'src/operations', 'src/talk', 'src/outbox'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap(file =>
      file.endsWith('.ts') ? [`${folder}/${file}`] : [],
    ),
  ),
].flatMap(file =>
  readFileSync(file, 'utf8')
    // What people ask is no promise of the bot.
    .replaceAll(/^ {2}(?:said|valid|change|told|named|when|who|next|where|others|enough): `[^`]*`/gmu, '')
    .split('\n')
    .filter(line => !/^\s*(?:\*|\/\*|\/\/|#|\[)/u.test(line) && !/pattern|\/u[,;)]|String\.raw/u.test(line))
    .map(line => ({ file, line })),
);

test.each(rows)('“$words” is said, somebody keeps it, and a test shows it', ({ words, keeper, test: tested }) => {
  expect(said.some(({ line }) => line.includes(words))).toBe(true);
  expect(existsSync(keeper), keeper).toBe(true);
  expect(existsSync(tested), tested).toBe(true);
});

test('no sentence promises something for later that stands in no line of the table', () => {
  const cue =
    /明早|明天(?:早上|上午|\d)|第二天|次日|会(?:再|马上|立刻|一并|在群里)?(?:通知|告知|公示|公布|公告|发给|发到|催|转给|退还)|(?<!不)自动(?!改)[^，。“”]{0,6}|到(?:时|期|点)(?:候)?(?:会|就)|每天\d|每周(?:第|一)|工作日内(?:答复|到账)|早上私下|(?:会|私下)提醒(?:您|你|$)|自动(?:公示|计票|恢复|归档|截止|重新)|到期(?:没有结果|跟进)|期满后归档|随后公示|会补发|期限\}前到账|会私下告诉|会答复您?。|前答复您/u;
  const open = said.filter(({ line }) => cue.test(line) && !rows.some(({ words }) => line.includes(words)));

  expect(open.map(({ file, line }) => `${file}: ${line.trim()}`)).toEqual([]);
});

async function works(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  await noted(grid, await aProject(grid), { percent: 10 });
  return grid;
}

test('轮到谁早上私下提醒: in turn, on each working day, and only that day', async () => {
  const grid = await works();
  const team = [0, 1, 2].map(who => grid.role('supervisor', who).userid);
  await grid.until('2026-03-06T07:31:00+08:00');

  const told = await Promise.all(team.map(async userid => (await grid.postsTo(userid)).length));
  expect(told.reduce((sum, count) => sum + count, 0)).toBe(4);
  grid.now = new Date('2026-03-07T10:00:00+08:00');
  for (const who of [0, 1, 2])
    expect(await grid.role('supervisor', who).opensPrivateChat()).not.toContain('今天轮到您');
});

test('三个工作日内答复: what is not answered by then stands on the secretary’s list of the next morning, once', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  await aProject(grid, { state: 'plan_published' });
  expect(await grid.resident(40).says('1号异议：报价偏高')).toContain('三个工作日内答复');
  const secretary = grid.role('grid_secretary');

  await grid.until('2026-03-05T12:00:00+08:00');
  expect((await grid.postsTo(secretary.userid)).filter(text => text.includes('第1条异议：应在'))).toEqual([]);
  await grid.until('2026-03-06T12:00:00+08:00');
  expect((await grid.postsTo(secretary.userid)).join('\n')).toContain('1号 第1条异议：应在3月5日（周四）前答复');
});

test('余款退清后归档: told once, with what was reached', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const project = await aProject(grid, {
    state: 'settlement_published',
    percent: 100,
    acceptedAt: grid.now,
    settledAt: grid.now,
  });
  await received(grid, project, { fen: 300_000 });
  await grid.inUnit(async unit => {
    const postings = [{ from: 'cash/residents', to: 'spent', amountFen: 300_000 }] as const;
    await unit.ledger.post({
      projectId: project.id,
      kind: 'spend',
      postings: [...postings],
      why: '灯',
      by: 'r004',
    });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  await grid.until('2026-03-12T10:00:00+08:00');
  await grid.scheduler.run('archive-projects');

  expect((await theProject(grid, 1)).state).toBe('closed');
  const told = (await grid.posts()).filter(text => text.includes('【项目归档】'));
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/【项目归档】1号 装路灯[^]*完成100%｜认筹0元｜实收3,000元｜已退0元｜实际花了3,000元/u);
});

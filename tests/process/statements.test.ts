import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import type { DataSourceOptions } from 'typeorm';
import { beforeAll, expect, test } from 'vitest';
import { ormconfig } from '../../ormconfig.js';
import { createDispatch } from '../../src/talk/dispatch.js';
import { createUnderstanding } from '../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../src/process/registry.js';
import { openStore } from '../../src/store/engine/open.js';
import { seedTrial } from '../../src/trial/seed.js';
import { Neighbourhood } from '../support/neighbourhood.js';
import { aProject } from '../support/works.js';

/** What a message costs in ways that do not depend on the machine: docs/performance.md tells what they mean in time. */
const ran: string[] = [];
let grid: Neighbourhood;

beforeAll(async () => {
  const verbose = (sql: string): void => void ran.push(sql);
  const store = await openStore({ ...ormconfig('sqlite::memory:'), verbose } as DataSourceOptions);
  const now = new Date('2026-03-02T10:00:00+08:00');
  await seedTrial(store, now);
  grid = new Neighbourhood(store, now);
  const intents = await loadIntents();
  const understand = createUnderstanding(phrasesOf(intents));
  const log = pino({ level: 'silent' });
  grid.answer = createDispatch({
    random: randomBytes,
    store,
    intents,
    understand,
    now: () => now,
    boardUrl: () => '',
    log,
  });
  await aProject(grid, { state: 'pledging', budgetFen: 900_000_000 });
  await grid.resident('r031').says('1号项目我出5元');
  return () => store.dataSource.destroy();
});

async function statementsOf(text: string): Promise<string[]> {
  ran.length = 0;
  await grid.resident('r030').says(text);
  return [...ran];
}

// A larger number needs a reason; a smaller one is welcome here at once.
test.each([
  ['1号项目我再出3元', 15],
  ['1号进度', 10],
  ['今天天气不错', 10],
])('%s takes at most %i statements', async (text, most) => {
  // Said for the second time: what the first one read and nobody wrote is known.
  await statementsOf(text);

  expect((await statementsOf(text)).length).toBeLessThanOrEqual(most);
});

test('no statement of a pledge reads a whole table', async () => {
  const statements = (await statementsOf('1号项目我再出4元')).filter(sql =>
    /^(SELECT|UPDATE|DELETE) .* (FROM|SET) /.test(sql),
  );
  const scans: string[] = [];
  for (const sql of statements) {
    const plan = await grid.store.dataSource.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`);
    if (plan.some(({ detail }) => detail.startsWith('SCAN'))) scans.push(sql);
  }

  expect(scans).toEqual([]);
});

test('people who speak at the same time share one commit', async () => {
  ran.length = 0;
  await Promise.all(['r040', 'r041', 'r042', 'r043'].map(userid => grid.resident(userid).says('1号项目我出5元')));

  expect(ran.filter(sql => sql === 'COMMIT')).toHaveLength(1);
});

test('who is refused makes nobody read again what stands', async () => {
  await statementsOf('1号项目我再出3元');
  const [, refused] = await Promise.all([
    grid.resident('r040').says('1号项目我再出5元'),
    grid.resident('r041').says('9号项目我出5元'),
  ]);
  expect(refused).toContain('9号');

  expect((await statementsOf('1号项目我再出3元')).length).toBeLessThanOrEqual(15);
});

test('the accounts of all projects are told from their notices, however many entries stand behind them', async () => {
  for (let more = 0; more < 2; more += 1) {
    const project = await aProject(grid, { state: 'pledging', budgetFen: 900_000_000 });
    await grid.inUnit(unit => unit.tell('funds.week', { due: [{ project, occasion: 'week' }], pictures: [] }));
  }

  expect((await statementsOf('收支')).filter(sql => sql.includes('ledger_entry'))).toEqual([]);
});

import type { ValueTransformer } from 'typeorm';
import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { fundBook } from '../../../src/domain/funds/ledger.js';
import { grantPostings, receiptPostings, reconcilePostings } from '../../../src/domain/funds/postings.js';
import { Balance } from '../../../src/store/funds/balance.js';
import { sealed } from '../../../src/store/engine/entities.js';
import { JournalLine } from '../../../src/store/engine/journal-line.js';
import type { MarketAgreement } from '../../../src/store/market/market-agreement.js';
import type { MarketDeclaration } from '../../../src/store/market/market-declaration.js';
import type { Unit } from '../../../src/store/engine/unit.js';
import { letIn } from '../../support/market.js';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { reconciles, spends } from '../../support/works.js';

/** A record in which every table has a row. */
const aStory = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-02-05T10:00:00+08:00', households: 64 });
  const secretary = grid.role('grid_secretary');
  const cashier = grid.role('cashier');
  await grid.resident(20).says('提案：更换老化的电力线路，预算1000元');
  for (const index of [21, 22, 23, 24]) await grid.resident(index).says('附议1号');
  await secretary.says('1号定为迫切需求类');
  if (secretary.last.text.includes('回复“是”')) await secretary.says('是');
  for (const said of ['1号责任核查', '6', '已过保修']) await secretary.says(said);
  await secretary.says('发布1号方案：更换全院电力线路，预算1000元');
  grid.now = new Date('2026-02-23T10:00:00+08:00');
  await grid.role('building_leader').says('1号发起表决，3天后截止');
  for (let index = 0; index < 60; index += 1) await grid.resident(index).says('1号同意');
  await grid.until('2026-03-06T10:00:00+08:00');
  await grid.resident(20).says('1号我出400元');
  await grid.resident(20).says('1号我捐十袋水泥');
  await cashier.says('1号收到1号楼1单元101 400元');
  await cashier.says('1号奖补资金到账600元');
  await reconciles(grid, 1);
  await spends(grid, 1, '300元', '电缆款');
  await secretary.says('1号项目进度：线路全部换完，完成100%');
  for (let index = 0; index < 3; index += 1) await grid.role('supervisor', index).says('1号项目验收合格');
  await grid.resident(20).says('给1号打5分');
  await grid.inUnit(async unit => {
    const [reward] = await unit.credit.rewards();
    await unit.credit.keepRedemption({
      rewardId: reward?.id ?? 0,
      memberId: 1,
      householdId: 1,
      quantity: 1,
      points: 1,
      code: 'ABC234',
      at: grid.now,
    });
    unit.journal.add('credit.redeem', { by: 'r001', at: grid.now });
  });
  await grid.inUnit(unit => papersOf(unit, grid.now));
  return grid;
});

/** One row of each table that decisions rest on besides ballots. */
async function papersOf(unit: Unit, at: Date): Promise<void> {
  const about = { gridId: unit.grid.id, pollId: 1, householdId: 1, photo: 'f00d', enteredById: 1, enteredAt: at };
  const checked = { state: 'checked', checkedById: 2, checkedAt: at } as const;
  const { gridId } = about;
  await unit.bankLists.add({ digest: 'f00d', rows: [], refused: [], by: 'r001', at });
  await unit.evidence.add({ bytes: Buffer.from('ffd8ff', 'hex'), type: 'image/jpeg', by: 'r001', at });
  await unit.objections.keep({
    gridId,
    projectId: 1,
    no: 1,
    about: 'plan',
    text: '太贵',
    memberId: 1,
    at,
    dueAt: at,
    answer: '已降价',
    answeredById: 2,
    answeredAt: at,
    upheld: 0,
  });
  await unit.papers.keepBallot({ ...about, ...checked, choice: 'agree' });
  await unit.papers.keepMandate({ ...about, ...checked, kind: 'proxy', memberId: 3 });
  await unit.papers.keepDelivery({ gridId, pollId: 1, householdId: 1, method: 'hand', byId: 1, at, photo: 'f00d' });
  await unit.papers.adopt({ silence: 'deemed_abstain', recordMode: 'paper_of_record', text: '第十二条', at });
  const meeting = await unit.meetings.keep({
    gridId,
    no: 1,
    projectId: 1,
    agenda: '装哪里',
    place: '3号楼前',
    startsAt: at,
    calledById: 1,
    calledAt: at,
    minutes: '装东头',
    minutesById: 1,
    minutesAt: at,
    photos: ['f00d'],
  });
  await unit.meetings.signIn({ gridId, meetingId: meeting.id, householdId: 1, memberId: 1, how: 'word', at });
  await unit.works.keepMilestone({ gridId, projectId: 1, place: 1, name: '拆旧', plannedOn: '2026-04-10', doneAt: at });
  const session = await unit.service.open({ title: '清扫', code: '1234', openedById: 1, openedAt: at, closesAt: at });
  await unit.service.keepShift({ sessionId: session.id, memberId: 1, startedAt: at, endedAt: at, halfHours: 2 });
  await unit.credit.keepAppeal({
    no: 1,
    memberId: 1,
    text: '漏记',
    at,
    dueAt: at,
    answer: '已补',
    answeredById: 2,
    answeredAt: at,
  });
  const { id: agreementId } = await letIn(unit, at, { operator: '早点铺' });
  const figures = { agreementId, period: '2026-03', baseFen: 1_000_000, dueFen: 80_000 };
  await unit.market.declare({ ...figures, declaredById: 1, declaredAt: at });
  const { no: entryNo } = await unit.ledger.post({
    projectId: fundBook(gridId),
    kind: 'receipt',
    postings: receiptPostings('market_share', 80_000),
    why: '公益协议1分成',
    by: 'r004',
    at,
  });
  await unit.market.addReceipt({ agreementId, period: '2026-03', entryNo });
  for (const entity of sealed) await fillIfEmpty(unit, entity);
  unit.journal.add('story', { by: 'operator', at });
}

/** One row of anything that a table can hold, where the story left it empty: a new table cannot be forgotten. */
async function fillIfEmpty(unit: Unit, entity: new () => { id: number }): Promise<void> {
  const { manager, grid } = unit;
  const { columns, name } = manager.connection.getMetadata(entity);
  if (await manager.countBy(entity, {})) return;
  const row = columns.flatMap(({ propertyName, type, isGenerated, transformer }) => {
    if (isGenerated) return [];
    const isJson = String(type) === 'text' && transformer !== undefined;
    const kept = isJson ? '[]' : String(type) === 'text' ? name : 1;
    const value: unknown = Array.isArray(transformer) || !transformer ? kept : readAs(transformer, kept);
    return [[propertyName, propertyName === 'gridId' ? grid.id : value] as const];
  });
  await unit.rows.keep(entity, Object.fromEntries(row) as { id: number });
}

/** An empty list where the column can hold one, else an empty record. */
function readAs({ from }: ValueTransformer, kept: string | number): unknown {
  try {
    return from(kept);
  } catch {
    return from('{}');
  }
}

async function says(grid: Neighbourhood): Promise<string[]> {
  const lines: string[] = [];
  await verify(grid.store, line => lines.push(line));
  return lines;
}

test('the record of a whole project proves itself', async () => {
  expect((await says(await aStory())).map(line => line.slice(0, 6))).toEqual(Array(7).fill('ok    '));
});

test('one changed field of any column of any sealed table is found, and the row is named', async () => {
  const grid = await aStory();
  const { dataSource } = grid.store;
  const missed: string[] = [];
  // That every column counts is the program's doing: on PostgreSQL one of each table is tried, and one of each type.
  const isPostgres = dataSource.options.type === 'postgres';
  const tried = new Set<string>();

  for (const entity of [...sealed, JournalLine]) {
    const { tableName, columns } = dataSource.getMetadata(entity);
    const quoted = (name: string): string => `"${name}"`;
    const [row] = (await dataSource.query(`SELECT * FROM ${quoted(tableName)} ORDER BY id DESC LIMIT 1`)) as Record<
      string,
      unknown
    >[];
    if (!row) throw new Error(`the story leaves ${tableName} empty`);
    for (const [place, { databaseName, type, transformer }] of columns
      .filter(({ isPrimary }) => !isPrimary)
      .entries()) {
      const kind = `${String(type)} ${transformer ? 'read' : 'as it is'}`;
      if (isPostgres && place > 0 && tried.has(kind)) continue;
      tried.add(kind);
      const other = changed(row[databaseName], String(type), databaseName);
      await write(grid, tableName, databaseName, other, row['id']);
      const last = (await says(grid)).at(-1) ?? '';
      if (!last.startsWith('FAILED') || !last.includes(`${tableName}#${String(row['id'])}`))
        missed.push(`${tableName}.${databaseName}: ${last}`);
      await write(grid, tableName, databaseName, row[databaseName], row['id']);
    }
  }

  expect(missed).toEqual([]);
  expect((await says(grid)).at(-1)).toMatch(/^ok/);
});

test('a balance that says something else than the entries is named', async () => {
  const grid = await aStory();
  const [balance] = await grid.store.dataSource.manager.find(Balance, { where: { account: '1/cash/subsidy' } });
  if (!balance) throw new Error('there is no such balance');
  await grid.store.dataSource.manager.update(
    Balance,
    { account: balance.account },
    { amountFen: balance.amountFen + 1 },
  );

  expect((await says(grid)).at(-1)).toContain('balance#1/cash/subsidy');
});

test.each([
  [`DELETE FROM ballot WHERE id = 7`, 'ballot#7: the row is missing'],
  [`DELETE FROM journal WHERE id = (SELECT MAX(id) FROM journal) - 1`, 'does not follow'],
  [
    `INSERT INTO support ("projectId", "householdId", "memberId", at) VALUES (1, 99, 99, 0)`,
    'the journal does not know this row',
  ],
])('%s is found', async (statement, sentence) => {
  const grid = await aStory();

  await grid.store.dataSource.query(statement);

  expect((await says(grid)).at(-1)).toContain(sentence);
});

/** Rows that were written past the rules, and sealed by whoever could: the checks of the market name them all the same. */
test.each<readonly [string, (unit: Unit) => Promise<unknown>, string]>([
  [
    'a share of another sum than was declared',
    async unit => unit.market.declare({ ...(await declared(unit)), dueFen: 79_999 }),
    'market_declaration#2: 79999 fen are not what',
  ],
  [
    'a rate of 101 %',
    async unit => unit.market.keepAgreement(Object.assign(await theAgreement(unit), { rateBp: 10_100 })),
    'market_agreement#1: a rate of 10100 basis points',
  ],
  [
    'a space that is nobody’s any more',
    async unit => {
      const [space] = await unit.market.spaces();
      if (space) await unit.market.keepSpace(Object.assign(space, { ownership: null }));
    },
    'market_agreement#1: its space has no owner',
  ],
  [
    'more received than is due',
    async unit => unit.market.declare({ ...(await declared(unit)), baseFen: 900_000, dueFen: 72_000 }),
    'market_receipt#1: more came in than is due',
  ],
  [
    'money of the fund that belongs to no agreement',
    async unit =>
      unit.ledger.post({ ...fundEntry(unit), kind: 'receipt', postings: receiptPostings('market_share', 1) }),
    'the fund got it for no agreement',
  ],
  [
    'a grant that no project got',
    async unit => {
      const [share] = await unit.ledger.entries(fundBook(unit.grid.id));
      const postings = reconcilePostings({ 'received/market_share': 80_000 });
      await unit.ledger.post({ ...fundEntry(unit), kind: 'reconcile', postings, covers: [share?.no ?? 0] });
      const grant = grantPostings({ 'cash/market_share': 80_000 }, ['market_share'], 80_000);
      await unit.ledger.post({ ...fundEntry(unit), kind: 'grant', postings: grant, covers: [1] });
    },
    'of another sum',
  ],
])('%s is found by the sums', async (_, wrong, sentence) => {
  const grid = await aStory();

  await grid.inUnit(async unit => {
    await wrong(unit);
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  expect((await says(grid)).at(-1)).toContain(sentence);
});

async function theAgreement(unit: Unit): Promise<MarketAgreement> {
  const agreement = await unit.market.agreementByNo(1);
  if (!agreement) throw new Error('there is no agreement');
  return agreement;
}

async function declared(unit: Unit): Promise<Omit<MarketDeclaration, 'id'>> {
  const [first] = await unit.market.declarations((await theAgreement(unit)).id);
  if (!first) throw new Error('nothing was declared');
  const { id: _id, ...figures } = first;
  return figures;
}

function fundEntry(unit: Unit) {
  return { projectId: fundBook(unit.grid.id), why: '分成', by: 'r004', at: new Date('2026-03-10T10:00:00+08:00') };
}

async function write(grid: Neighbourhood, table: string, column: string, value: unknown, id: unknown): Promise<void> {
  const marks = grid.store.dataSource.options.type === 'postgres' ? ['$1', '$2'] : ['?', '?'];
  await grid.store.dataSource.query(`UPDATE "${table}" SET "${column}" = ${marks[0]} WHERE id = ${marks[1]}`, [
    value,
    id,
  ]);
}

/** Another value of the same kind. */
function changed(value: unknown, type: string, column: string): unknown {
  if (type === 'integer' || type === 'bigint') return Number(value ?? 0) + 1;
  if (typeof value === 'string' && /^[[{]/.test(value)) return value.startsWith('[') ? '["x"]' : '{"x":"y"}';
  return column === 'options' || column === 'result' ? '["x"]' : `${String(value ?? '')}x`;
}

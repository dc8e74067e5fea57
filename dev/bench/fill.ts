import BetterSqlite3 from 'better-sqlite3';
import { sample } from '../../src/trial/sample-grid.js';

type Row = Readonly<Record<string, string | number | null>>;

const digest = 'ab'.repeat(32);
const gridCount = 142;

/** Grids with a group and one project at works each, reported on today: what the 18:00 run has to tell. Past the journal, for the bench only. */
export function fillGrids(file: string, many: number, at: Date): void {
  inOneGo(file, insert => {
    for (let index = 0; index < many; index += 1) {
      const gridId = newGrid(insert, `report-${index}`, at);
      insert('group_chat', { gridId, chatId: `wrReport${index}`, boundAt: at.getTime() });
      const projectId = newProject(insert, { gridId, no: 1, state: 'in_progress', at });
      const note = { projectId, kind: 'progress', text: '今天挖好了沟，明天放线', percent: 40, memberId: 1 };
      insert('work_note', { ...note, at: at.getTime() - 3_600_000 });
    }
  });
}

/** Finished projects and their entries, spread over the sample grid and 141 others: a record that has grown for years. */
export function fillEntries(
  file: string,
  { projects, entries }: { projects: number; entries: number },
  at: Date,
): void {
  inOneGo(file, (insert, read) => {
    const had = read('SELECT count(*) FROM project');
    const own = read(`SELECT id FROM grid WHERE code = '${sample.code}'`);
    const grids = Array.from({ length: gridCount }, (_, index) =>
      index === 0 ? own : newGrid(insert, `grown-${had}-${index}`, at),
    );
    const places = Array.from({ length: Math.max(1, projects - had) }, (_, index) => {
      const gridId = grids[index % gridCount] ?? own;
      return { gridId, projectId: newProject(insert, { gridId, no: 100_000 + had + index, state: 'closed', at }) };
    });
    const next = new Map(
      grids.map(gridId => [gridId, read(`SELECT coalesce(max(no), 0) FROM ledger_entry WHERE "gridId" = ${gridId}`)]),
    );
    const missing = entries - read('SELECT count(*) FROM ledger_entry');
    for (let index = 0; index < missing; index += 1) {
      const { gridId = own, projectId = 1 } = places[index % places.length] ?? {};
      const no = (next.get(gridId) ?? 0) + 1;
      next.set(gridId, no);
      insert('ledger_entry', {
        gridId,
        no,
        projectId,
        kind: 'pledge',
        postings: '[{"from":"promise","to":"promised","amountFen":20000}]',
        why: '认捐',
        by: `r${index % 118}`,
        at: at.getTime(),
        householdId: 1000 + (index % 17_040),
        messageId: `grown-${index}`,
        previous: digest,
        digest,
      });
    }
  });
}

type Insert = (table: string, row: Row) => number;

function inOneGo(file: string, work: (insert: Insert, read: (sql: string) => number) => void): void {
  const database = new BetterSqlite3(file);
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -1000000');
  const prepared = new Map<string, BetterSqlite3.Statement>();
  const insert: Insert = (table, row) => {
    const names = Object.keys(row);
    const key = `${table} ${names.join()}`;
    const statement =
      prepared.get(key) ??
      database.prepare(
        `INSERT INTO "${table}" (${names.map(name => `"${name}"`).join()}) VALUES (${names.map(() => '?').join()})`,
      );
    prepared.set(key, statement);
    return Number(statement.run(...Object.values(row)).lastInsertRowid);
  };
  database.transaction(() => work(insert, sql => Number(database.prepare(sql).pluck().get())))();
  database.close();
}

function newGrid(insert: Insert, code: string, at: Date): number {
  return insert('grid', { code, name: `${code}网格`, community: '花园社区', nextNo: 2, createdAt: at.getTime() });
}

function newProject(
  insert: Insert,
  { gridId, no, state, at }: { gridId: number; no: number; state: string; at: Date },
): number {
  const moment = at.getTime();
  const words = { title: '更换老化的电力线路', place: '3号楼', planText: '换电缆' };
  const money = { fundingClass: 'urgent', budgetFen: 23_600_000 };
  const dates = { stateSince: moment, openedAt: moment, planPublishedAt: moment };
  return insert('project', {
    gridId,
    no,
    state,
    ...words,
    ...money,
    ...dates,
    proposerId: 1,
    planVersion: 1,
    percent: 40,
  });
}

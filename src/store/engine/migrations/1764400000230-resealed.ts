import type { MigrationInterface, QueryRunner } from 'typeorm';
import { digestOfMembers, saltOf, sealOf } from '../../../domain/journal.js';

type Row = Readonly<Record<string, unknown>>;

interface Table {
  readonly name: 'household' | 'role';
  readonly json: readonly string[];
  readonly instants: readonly string[];
  /** The row as it was sealed before buildings had names. */
  readonly was: (row: Row) => Row;
}

const tables: readonly Table[] = [
  {
    name: 'household',
    json: ['owners', 'userids'],
    instants: ['leftAt'],
    was: row => ({ ...row, building: Number(row['building']), unit: Number(row['unit'] === '' ? 0 : row['unit']) }),
  },
  {
    name: 'role',
    json: [],
    instants: ['givenAt'],
    was: row => ({ ...row, building: row['building'] === null ? null : Number(row['building']) }),
  },
];

/**
 * Buildings became names (220), so the seals of households and roles fit their rows no more. Those whose earlier seal holds for the row
 * as it was are sealed anew by a line of each grid; one that was changed past the journal keeps its old seal, and `verify` names it.
 */
export class Resealed1764400000230 implements MigrationInterface {
  readonly name = 'Resealed1764400000230';

  async up(runner: QueryRunner): Promise<void> {
    const seals = await lastSeals(runner);
    if (seals.size === 0) return;
    const found = (await runner.query(`SELECT "value" FROM "secret" WHERE "name" = 'salt'`)) as { value: string }[];
    const secret = found[0]?.value ?? '';
    const anew = new Map<number, Record<string, string>>();
    for (const table of tables) {
      for (const stored of (await runner.query(`SELECT * FROM "${table.name}" ORDER BY "id"`)) as Row[]) {
        const row = read(stored, table);
        const name = `${table.name}#${Number(row['id'])}`;
        const before = table.was(row);
        if (seals.get(name) !== digestOfMembers(before, membersOf(before))) continue;
        const gridId = Number(row['gridId']);
        anew.set(gridId, { ...anew.get(gridId), [name]: sealOf(row, { secret, name, members: membersOf(row) }) });
      }
    }
    for (const [gridId, rows] of anew) await addLine(runner, { gridId, rows, secret });
  }

  /** The rows stay as they are, and so do their seals. */
  async down(): Promise<void> {}
}

function membersOf(row: Row): string[] {
  return Object.keys(row).toSorted();
}

/** The newest seal of every household and role. */
async function lastSeals(runner: QueryRunner): Promise<Map<string, string>> {
  const seals = new Map<string, string>();
  for (let after = 0; ;) {
    const lines = (await runner.query(
      `SELECT "id", "rows" FROM "journal" WHERE "id" > ${after} ORDER BY "id" LIMIT 1000`,
    )) as { id: number; rows: string }[];
    if (lines.length === 0) return seals;
    for (const { id, rows } of lines) {
      after = Number(id);
      for (const [name, seal] of Object.entries(JSON.parse(rows) as Record<string, string>))
        if (tables.some(table => name.startsWith(`${table.name}#`))) seals.set(name, seal);
    }
  }
}

async function addLine(
  runner: QueryRunner,
  { gridId, rows, secret }: { gridId: number; rows: Record<string, string>; secret: string },
): Promise<void> {
  const [last] = (await runner.query(
    `SELECT "seq", "at", "digest" FROM "journal" WHERE "gridId" = ${gridId} ORDER BY "seq" DESC LIMIT 1`,
  )) as [{ seq: number; at: number | string; digest: string }];
  const seq = last.seq + 1;
  const [by, deed, at, previous] = ['clock', 'record.resealed', new Date(Number(last.at)), last.digest];
  const salt = saltOf(secret, `line ${gridId} ${seq}`);
  const line = { at, by, deed, facts: {}, gridId, messageId: null, previous, rows, salt, seq };
  await runner.query(
    `INSERT INTO "journal" ("gridId", "seq", "by", "deed", "at", "facts", "rows", "previous", "digest")
     VALUES (${gridId}, ${seq}, '${by}', '${deed}', ${at.getTime()}, '{}', '${JSON.stringify(rows)}', '${previous}', '${digestOfMembers(line, membersOf(line))}')`,
  );
}

/** A stored row as its seal sees it. */
function read(stored: Row, { json, instants }: Table): Row {
  const row: Record<string, unknown> = { ...stored };
  for (const name of json) row[name] = typeof stored[name] === 'string' ? JSON.parse(stored[name]) : null;
  for (const name of instants) row[name] = stored[name] === null ? null : new Date(Number(stored[name]));
  return row;
}

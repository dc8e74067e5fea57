import type { MigrationInterface, QueryRunner } from 'typeorm';
import { beginning, digestOfMembers, saltOf } from '../../../domain/journal.js';

type Row = Readonly<Record<string, unknown>>;

interface Chain {
  readonly table: 'journal' | 'ledger_entry';
  /** The column that numbers the rows of a grid. */
  readonly number: 'seq' | 'no';
  readonly salted: 'line' | 'entry';
  /** What the digest covers, in the order of the alphabet. */
  readonly members: readonly string[];
  readonly json: readonly string[];
}

const journal: Chain = {
  table: 'journal',
  number: 'seq',
  salted: 'line',
  members: ['at', 'by', 'deed', 'facts', 'gridId', 'messageId', 'previous', 'rows', 'salt', 'seq'],
  json: ['facts', 'rows'],
};
const ledger: Chain = {
  table: 'ledger_entry',
  number: 'no',
  salted: 'entry',
  members: ['at', 'by', 'covers', 'evidence', 'gridId', 'householdId', 'kind', 'messageId', 'no'].concat([
    'postings',
    'previous',
    'projectId',
    'reversesId',
    'salt',
    'why',
  ]),
  json: ['covers', 'postings'],
};

/** The end of a grid's chain. */
interface Head {
  readonly number: number;
  readonly at: number;
  /** As it was, and as it is with salts. */
  readonly was: string;
  readonly is: string;
}

const batch = 1000;

/**
 * The digests of the chains are salted from their beginning on, so that no line or entry of few possible values can be found by
 * trying them all. A line at the end of each grid's chain keeps the head that it had, and `verify` still proves what was noted down.
 */
export class Salts1764400000201 implements MigrationInterface {
  readonly name = 'Salts1764400000201';

  async up(runner: QueryRunner): Promise<void> {
    const isPostgres = runner.connection.options.type === 'postgres';
    // Chance is the database's own: 32 bytes, of two version 4 UUIDs on PostgreSQL.
    const chance = isPostgres
      ? `replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')`
      : 'lower(hex(randomblob(32)))';
    await runner.query(`INSERT INTO "secret" ("name", "value") VALUES ('salt', ${chance})`);
    const [{ value: secret }] = (await runner.query(`SELECT "value" FROM "secret" WHERE "name" = 'salt'`)) as [
      { value: string },
    ];
    const entries = await rewritten(runner, ledger, secret);
    for (const [gridId, head] of await rewritten(runner, journal, secret)) {
      const entry = entries.get(gridId);
      const line = {
        gridId,
        seq: head.number + 1,
        by: 'clock',
        deed: 'record.salted',
        at: new Date(head.at),
        messageId: null,
        facts: { head: head.was, ...(entry && { entry: entry.number, entryHead: entry.was }) },
        rows: {},
        previous: head.is,
        salt: saltOf(secret, `line ${gridId} ${head.number + 1}`),
      };
      const values = [
        gridId,
        line.seq,
        `'clock'`,
        `'record.salted'`,
        head.at,
        `'${JSON.stringify(line.facts)}'`,
        `'{}'`,
      ];
      await runner.query(
        `INSERT INTO "journal" ("gridId", "seq", "by", "deed", "at", "facts", "rows", "previous", "digest") VALUES (${[
          ...values,
          `'${head.is}'`,
          `'${digestOfMembers(line, journal.members)}'`,
        ].join(', ')})`,
      );
    }
  }

  /** The way back would need the digests that were: a record with salts stays one. */
  async down(): Promise<void> {
    throw new Error('A record whose seals are salted cannot go back to a program without salts; restore a backup.');
  }
}

/** Chains a table's rows anew, with salts; hands back where each grid's chain ends. */
async function rewritten(runner: QueryRunner, chain: Chain, secret: string): Promise<Map<number, Head>> {
  const heads = new Map<number, Head>();
  for (let after = 0; ;) {
    const rows = (await runner.query(
      `SELECT * FROM "${chain.table}" WHERE "id" > ${after} AND "digest" IS NOT NULL ORDER BY "id" LIMIT ${batch}`,
    )) as Row[];
    const changes = rows.map(stored => {
      const row = read(stored, chain);
      const [gridId, number] = [Number(row['gridId']), Number(row[chain.number])];
      const previous = heads.get(gridId)?.is ?? beginning;
      const salt = saltOf(secret, `${chain.salted} ${gridId} ${number}`);
      const is = digestOfMembers({ ...row, previous, salt }, chain.members);
      heads.set(gridId, { number, at: (row['at'] as Date).getTime(), was: String(row['digest']), is });
      after = Number(row['id']);
      return `(${after}, '${previous}', '${is}')`;
    });
    if (changes.length === 0) return heads;
    await runner.query(
      `UPDATE "${chain.table}" AS r SET "previous" = v.column2, "digest" = v.column3
       FROM (VALUES ${changes.join(', ')}) AS v WHERE r."id" = v.column1`,
    );
  }
}

/** A stored row as the digests see it. */
function read(stored: Row, { json }: Chain): Row {
  const row: Record<string, unknown> = { ...stored, at: new Date(Number(stored['at'])) };
  for (const name of json) {
    const text = stored[name];
    row[name] = typeof text === 'string' ? (JSON.parse(text) as unknown) : null;
  }
  return row;
}

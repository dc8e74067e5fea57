import type { DataSource, EntityManager, ObjectLiteral } from 'typeorm';
import { digestOfMembers, sealOf } from '../../domain/journal.js';
import type { Records } from './records.js';
import { type ShapedColumn, hydrated, shapeOf } from './shapes.js';

/** A row to be written for the first time: no id yet, and what may be null may be left out. */
export type New<Row> = { [K in keyof Row as null extends Row[K] ? never : K extends 'id' ? never : K]: Row[K] } & {
  [K in keyof Row as null extends Row[K] ? K : never]?: Row[K];
};

/** Rows of one grid inside one unit of work. What is kept through it is sealed by the unit's journal line. */
export class Rows {
  /** The digest of every row written since the last journal line, by `table#id`. */
  private written = new Map<string, string>();

  constructor(
    readonly manager: Records,
    readonly gridId: number,
    /** The record's secret, which seals are salted with. */
    readonly secret: string,
  ) {}

  /** Writes a new row, or a changed one, and remembers its digest for the journal. */
  async keep<Row extends ObjectLiteral & { id: number }>(
    entity: new () => Row,
    row: NoInfer<New<Row> | Omit<Row, 'id'> | Row>,
  ): Promise<Row> {
    const { table, nullable, sealed } = shapeOf(this.manager.connection, entity);
    const kept = { ...row } as Row;
    const members: Record<string, unknown> = kept;
    for (const property of nullable) if (members[property] === undefined) members[property] = null;
    if (kept.id === undefined) await insertRow(this.manager, entity, kept);
    else await this.manager.update<{ id: number }>(entity, kept.id, kept);
    const name = `${table}#${kept.id}`;
    this.written.set(name, sealOf(kept, { secret: this.secret, name, members: sealed }));
    return kept;
  }

  /** What was written since this was last asked. */
  takeWritten(): Record<string, string> {
    // Without a prototype: the names of rows never come again, and an ordinary object would learn each of them.
    const taken = Object.create(null) as Record<string, string>;
    for (const [row, digest] of this.written) taken[row] = digest;
    this.written = new Map();
    return taken;
  }

  isDirty(): boolean {
    return this.written.size > 0;
  }

  /** To be given back to `restore` when the work since then is undone. */
  snapshot(): Map<string, string> {
    return new Map(this.written);
  }

  restore(snapshot: Map<string, string>): void {
    this.written = snapshot;
  }
}

/** Writes a new row; its generated id is set on the row itself. */
export function insertRow<Row extends ObjectLiteral>(
  manager: Pick<Records, 'insert'>,
  entity: new () => Row,
  row: Row,
): Promise<void> {
  return manager.insert(entity, row);
}

/** True for a seal over all columns of a row: a salted one, or the bare digest of lines from before there were salts. */
export function isSealOf(
  seal: string,
  row: ObjectLiteral & { readonly id: number },
  { dataSource, secret, entity }: { dataSource: DataSource; secret: string; entity: new () => ObjectLiteral },
): boolean {
  const { table, sealed: members } = shapeOf(dataSource, entity);
  return (
    seal ===
    (isBare(seal) ? digestOfMembers(row, members) : sealOf(row, { secret, name: `${table}#${row.id}`, members }))
  );
}

/** A bare digest is in hexadecimal, a salted seal in base64url, which is shorter. */
export function isBare(seal: string): boolean {
  return seal.length === 64;
}

const batch = 5000;

/** All rows of a table in the order of their ids, without holding them all at once; the first that cannot even be read is named. */
export async function* inBatches<Row extends ObjectLiteral & { id: number }>(
  manager: EntityManager,
  entity: new () => Row,
): AsyncGenerator<Row> {
  const { table, columns } = shapeOf(manager.connection, entity);
  const names = columns.map(({ name, property }) => `${name} AS "${property}"`).join(', ');
  const mark = manager.connection.options.type === 'postgres' ? '$1' : '?';
  // Asked past TypeORM's builder, which takes longer to put the question than the database to answer.
  const sql = `SELECT ${names} FROM "${table}" WHERE id > ${mark} ORDER BY id LIMIT ${batch}`;
  for (let after = 0; ;) {
    const rows = await manager.query<ObjectLiteral[]>(sql, [after]).catch(() => {
      throw new Error(`${table}: the database could not read it`);
    });
    for (const row of rows) yield readable<Row>(table, columns, row);
    const last = rows.at(-1);
    if (!last) return;
    after = Number(last['id']);
  }
}

/** What cannot be read is JSON that is none, or a number that is no safe integer. */
function readable<Row extends ObjectLiteral>(table: string, columns: readonly ShapedColumn[], row: ObjectLiteral): Row {
  try {
    return hydrated<Row>(
      columns,
      columns.map(({ property }) => row[property] as unknown),
    );
  } catch {
    throw new Error(`${table}#${String(row['id'])}: it cannot be read, so it was changed past the journal`);
  }
}

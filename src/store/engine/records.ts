import { strict as assert } from 'node:assert';
import {
  type DataSource,
  type EntityManager,
  type FindOptionsOrder,
  type FindOptionsWhere,
  In,
  type ObjectLiteral,
} from 'typeorm';
import type { Query } from './known-rows.js';
import { type Shape, hydrated, shapeOf, stored } from './shapes.js';
import type { Soon, Statements } from './statements.js';
import { type Where, conditions, equalities, outline } from './where.js';

type Entity<Row> = new () => Row;

interface Find<Row> {
  readonly where?: Where<Row>;
  readonly order?: FindOptionsOrder<Row>;
  readonly take?: number;
  readonly skip?: number;
  /** The properties that are wanted, where a whole row would be much more: a part that nobody may change. */
  readonly only?: readonly (keyof Row & string)[];
  /** True for what nobody will ask again, so that it is not kept in memory. */
  readonly once?: boolean;
  /** True where the rows are to stay as they are until the transaction ends; on SQLite nobody else writes meanwhile. */
  readonly locked?: boolean;
}

/**
 * The rows of the record inside one transaction, asked for in TypeORM's words. Each kind of statement is put together here
 * once, because TypeORM's own road from a `where` to an entity costs ten times what SQLite takes to answer.
 */
export class Records {
  constructor(
    private readonly orm: EntityManager,
    private readonly statements: Statements,
  ) {}

  get connection(): DataSource {
    return this.orm.connection;
  }

  /** For the few questions that need more than equality and order. */
  createQueryBuilder<Row extends ObjectLiteral>(entity: Entity<Row>, alias: string) {
    return this.orm.createQueryBuilder(entity, alias);
  }

  query<T = unknown>(sql: string, parameters?: unknown[]): Promise<T> {
    return this.orm.query(sql, parameters);
  }

  async find<Row extends ObjectLiteral>(entity: Entity<Row>, options: Find<Row> = {}): Promise<Row[]> {
    const answer = this.rows(entity, options, options.take);
    // What SQLite has answered already is not waited for: that would cost a turn of the loop for each of some twenty questions.
    const rows = answer instanceof Promise ? await answer : answer;
    return options.only ? [...rows] : rows.map(row => ({ ...row }));
  }

  findBy<Row extends ObjectLiteral>(entity: Entity<Row>, where: Where<Row>): Promise<Row[]> {
    return this.find(entity, { where });
  }

  async findOne<Row extends ObjectLiteral>(entity: Entity<Row>, options: Find<Row>): Promise<Row | null> {
    const answer = this.rows(entity, options, 1);
    const [first] = answer instanceof Promise ? await answer : answer;
    return first === undefined ? null : options.only ? first : { ...first };
  }

  findOneBy<Row extends ObjectLiteral>(entity: Entity<Row>, where: Where<Row>): Promise<Row | null> {
    return this.findOne(entity, { where });
  }

  async findOneByOrFail<Row extends ObjectLiteral>(entity: Entity<Row>, where: Where<Row>): Promise<Row> {
    const found = await this.findOneBy(entity, where);
    assert(found, `a row of ${entity.name} that must exist is missing`);
    return found;
  }

  async countBy<Row extends ObjectLiteral>(entity: Entity<Row>, where: Where<Row>): Promise<number> {
    const [count] = await this.values(entity, where, { what: 'count(*)' });
    return Number(count);
  }

  async existsBy<Row extends ObjectLiteral>(entity: Entity<Row>, where: Where<Row>): Promise<boolean> {
    return (await this.values(entity, where, { what: '1', limit: ' LIMIT 1' })).length > 0;
  }

  /** The different values of one column of whole numbers. */
  async distinct<Row extends ObjectLiteral>(
    entity: Entity<Row>,
    column: keyof Row & string,
    where: Where<Row>,
  ): Promise<number[]> {
    return (await this.values(entity, where, { what: `DISTINCT "${column}"` })).map(Number);
  }

  /** Writes a new row; its generated id is set on the row itself. */
  async insert<Row extends ObjectLiteral>(entity: Entity<Row>, row: Partial<Row>): Promise<void> {
    const shape = shapeOf(this.connection, entity);
    const { table, columns, byProperty, generated } = shape;
    const values: unknown[] = [];
    let left = shape.inserts;
    for (const column of columns) {
      const value: unknown = row[column.property];
      if (value === undefined) left = left.at(column.property);
      else values.push(stored(column, value));
    }
    left.made ??= insertInto(shape, row, this.statements.isPostgres ? generated : undefined);
    const answer = this.statements.add(table, left.made, values);
    const { rows, newId } = answer instanceof Promise ? await answer : answer;
    if (generated !== undefined && row[generated] === undefined) {
      Object.assign(row, { [generated]: Number(newId ?? rows[0]?.[0]) });
    }
    this.statements.known?.added(table, property => {
      const column = byProperty.get(property);
      return column && stored(column, row[property]);
    });
  }

  /** Changes the rows that a `where`, or one id, names. */
  async update<Row extends ObjectLiteral>(
    entity: Entity<Row>,
    which: number | FindOptionsWhere<Row>,
    changes: Partial<Row>,
  ): Promise<{ affected: number }> {
    const shape = shapeOf(this.connection, entity);
    const where = (typeof which === 'number' ? { id: which } : which) as FindOptionsWhere<Row>;
    const given = shape.columns.filter(({ property }) => changes[property] !== undefined);
    const parameters = given.map(column => stored(column, changes[column.property]));
    const set = given.reduce((at, { property }) => at.at(property), shape.changes.at('set'));
    const asked = outline(set.at('where'), shape, { where, parameters });
    asked.made ??= `UPDATE "${shape.table}" SET ${given.map(({ name }) => `${name} = ?`).join(', ')}${conditions(shape, where)}`;
    const { changed } = await this.statements.write(shape.table, asked.made, parameters);
    return { affected: changed };
  }

  async delete<Row extends ObjectLiteral>(
    entity: Entity<Row>,
    where: FindOptionsWhere<Row>,
  ): Promise<{ affected: number }> {
    const shape = shapeOf(this.connection, entity);
    const parameters: unknown[] = [];
    const asked = outline(shape.changes.at('delete'), shape, { where, parameters });
    const named = conditions(shape, where);
    assert(named !== '', 'a delete that names no rows');
    asked.made ??= `DELETE FROM "${shape.table}"${named}`;
    const { changed } = await this.statements.write(shape.table, asked.made, parameters);
    return { affected: changed };
  }

  /** Running totals in the order of their keys; undefined for those that were never added to. */
  async totals<Row extends ObjectLiteral>(
    entity: Entity<Row>,
    total: keyof Row & string,
    keys: readonly string[],
  ): Promise<(number | undefined)[]> {
    const { known } = this.statements;
    const { table, primary } = shapeOf(this.connection, entity);
    const standing = keys.map(key => known?.totalOf(table, key));
    if (!standing.includes(undefined)) return standing.map(value => value ?? undefined);
    const missing = keys.filter((_, index) => standing[index] === undefined);
    const where = { [primary.property]: In(missing) } as Where<Row>;
    const rows = await this.findBy(entity, where);
    const found = new Map(rows.map(row => [String(row[primary.property]), Number(row[total])]));
    for (const key of missing) known?.keepTotal(table, key, found.get(key) ?? null);
    return keys.map((key, index) => standing[index] ?? found.get(key));
  }

  /** Adds to a running total, which begins at 0 where there is none yet, and answers with what it has become. */
  async addTo<Row extends ObjectLiteral>(
    entity: Entity<Row>,
    { key, total, by }: { readonly key: string; readonly total: keyof Row & string; readonly by: number },
  ): Promise<number> {
    const { known } = this.statements;
    const shape = shapeOf(this.connection, entity);
    const { table } = shape;
    const { more, first } = additions(shape, total);
    const before = known?.totalOf(table, key);
    known?.forgetRows(table);
    if (typeof before === 'number') {
      const added = this.statements.add(table, more, [by, key]);
      if (added instanceof Promise) await added;
      known?.keepTotal(table, key, before + by);
      return before + by;
    }
    const answer = this.statements.add(table, first, [key, by]);
    const { rows } = answer instanceof Promise ? await answer : answer;
    const after = Number(rows[0]?.[0]);
    known?.keepTotal(table, key, after);
    return after;
  }

  /** Rows as they are kept: whoever asked for all of a row gets a copy of it. */
  private rows<Row extends ObjectLiteral>(
    entity: Entity<Row>,
    options: Find<Row>,
    take: number | undefined,
  ): Soon<readonly Row[]> {
    const shape = shapeOf(this.connection, entity);
    return this.asked(shape, options, take, () => rowsQuery(shape, { ...options, take })) as Soon<readonly Row[]>;
  }

  private async values<Row extends ObjectLiteral>(
    entity: Entity<Row>,
    where: Where<Row>,
    { what, limit = '' }: { readonly what: string; readonly limit?: string },
  ): Promise<unknown[]> {
    const shape = shapeOf(this.connection, entity);
    const { table } = shape;
    const answer = this.asked(
      shape,
      { where },
      undefined,
      () => ({
        table,
        sql: `SELECT ${what} FROM "${table}"${conditions(shape, where)}${limit}`,
        equal: equalities(where),
        grows: null,
        selected: [],
        kept: ([value]) => value,
        isKept: true,
      }),
      what,
    );
    return [...(answer instanceof Promise ? await answer : answer)];
  }

  /** The answer to a question, whose statement is made when it is asked for the first time. */
  private asked<Row>(
    shape: Shape,
    { where, order, skip, only, once, locked }: Find<Row>,
    take: number | undefined,
    make: () => Query,
    what = '',
  ): Soon<readonly unknown[]> {
    const parameters: unknown[] = [];
    let asked = outline(shape.queries.at(what), shape, { where, parameters });
    if (order) for (const property in order) asked = asked.at(property).at(String(order[property]));
    if (take !== undefined) asked = asked.at('take').at(take);
    if (skip !== undefined) asked = asked.at('skip').at(skip);
    if (only) asked = only.reduce((at, property) => at.at(property), asked.at('only'));
    if (once) asked = asked.at('once');
    if (locked) asked = asked.at('locked');
    asked.made ??= make();
    return this.statements.read(asked.made, parameters);
  }
}

function rowsQuery<Row extends ObjectLiteral>(
  shape: Shape,
  { where, order, take, skip, only, once = false, locked = false }: Find<Row>,
): Query {
  const columns = shape.columns.filter(({ property }) => !only || only.includes(property));
  const names = columns.map(({ name }) => name).join(', ');
  return {
    table: shape.table,
    sql: `SELECT ${names} FROM "${shape.table}"${conditions(shape, where)}${orderOf(order)}${pageOf({ take, skip })}${locked ? ' FOR UPDATE' : ''}`,
    equal: equalities(where),
    grows: skip ? null : growthOf(shape, order, take),
    selected: columns.map(({ property }) => property),
    kept: values => (only ? Object.freeze(hydrated(columns, values)) : hydrated(columns, values)),
    isKept: !once && !locked,
    isLocked: locked,
  };
}

/** How an answer grows by a new row; its generated id is larger than any before. */
function growthOf<Row>(
  { generated, byProperty }: Shape,
  order: FindOptionsOrder<Row> | undefined,
  take: number | undefined,
): Query['grows'] {
  const [first, ...others] = Object.entries(order ?? {});
  if (!first || others.length > 0) return null;
  const [by, direction] = first;
  if (by === generated && direction === 'ASC' && take === undefined) return 'at its end';
  return direction === 'DESC' && take === 1 && !byProperty.get(by)?.from ? { newestBy: by } : null;
}

/** How a running total is added to: one that is there, and one that may be the first. */
function additions({ table, primary, additions: made }: Shape, total: string): { more: string; first: string } {
  let both = made.get(total);
  if (!both) {
    const first =
      `INSERT INTO "${table}" (${primary.name}, "${total}") VALUES (?, ?) ON CONFLICT (${primary.name}) ` +
      `DO UPDATE SET "${total}" = "${table}"."${total}" + excluded."${total}" RETURNING "${total}"`;
    both = { more: `UPDATE "${table}" SET "${total}" = "${total}" + ? WHERE ${primary.name} = ?`, first };
    made.set(total, both);
  }
  return both;
}

/** @param returning what the database is asked to tell of the new row */
function insertInto({ table, columns }: Shape, row: ObjectLiteral, returning: string | undefined): string {
  const given = columns.filter(({ property }) => row[property] !== undefined);
  const names = given.map(({ name }) => name).join(', ');
  const told = returning === undefined ? '' : ` RETURNING "${returning}"`;
  return `INSERT INTO "${table}" (${names}) VALUES (${given.map(() => '?').join(', ')})${told}`;
}

function orderOf<Row>(order: FindOptionsOrder<Row> | undefined): string {
  if (!order) return '';
  const terms = Object.entries(order).map(([name, direction]) => `"${name}" ${String(direction)}`);
  return terms.length === 0 ? '' : ` ORDER BY ${terms.join(', ')}`;
}

function pageOf({ take, skip }: { readonly take?: number; readonly skip?: number }): string {
  assert(
    [take, skip].every(count => count === undefined || Number.isSafeInteger(count)),
    'a page in whole rows',
  );
  return `${take === undefined ? '' : ` LIMIT ${take}`}${skip ? ` OFFSET ${skip}` : ''}`;
}

import { strict as assert } from 'node:assert';
import {
  type DataSource,
  type EntityManager,
  type EntityMetadata,
  FindOperator,
  type FindOptionsOrder,
  type FindOptionsWhere,
  type ObjectLiteral,
} from 'typeorm';
import type { Statements } from './statements.js';

type Entity<Row> = new () => Row;
type Where<Row> = FindOptionsWhere<Row> | FindOptionsWhere<Row>[];
type Column = EntityMetadata['columns'][number];

export interface Find<Row> {
  readonly where?: Where<Row>;
  readonly order?: FindOptionsOrder<Row>;
  readonly take?: number;
  readonly skip?: number;
  /** The properties that are wanted, where a whole row would be much more; the others stay undefined. */
  readonly only?: readonly (keyof Row & string)[];
}

/**
 * The rows of the record inside one transaction, asked for in TypeORM's words. The statement is put together here in a few
 * string additions, because TypeORM's own road from a `where` to an entity costs ten times what SQLite takes to answer.
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
    const { metadata, names, readers } = shapeOf(this.connection, entity, options.only);
    const { sql, parameters } = conditions(metadata, options.where);
    const { rows } = await this.statements.run(
      `SELECT ${names} FROM "${metadata.tableName}"${sql}${orderOf(options.order)}${pageOf(options)}`,
      parameters,
    );
    return rows.map(values => hydrated(entity, readers, values));
  }

  async findBy<Row extends ObjectLiteral>(entity: Entity<Row>, where: Where<Row>): Promise<Row[]> {
    return this.find(entity, { where });
  }

  async findOne<Row extends ObjectLiteral>(entity: Entity<Row>, options: Find<Row>): Promise<Row | null> {
    const [first] = await this.find(entity, { ...options, take: 1 });
    return first ?? null;
  }

  async findOneBy<Row extends ObjectLiteral>(entity: Entity<Row>, where: Where<Row>): Promise<Row | null> {
    return this.findOne(entity, { where });
  }

  async findOneByOrFail<Row extends ObjectLiteral>(entity: Entity<Row>, where: Where<Row>): Promise<Row> {
    const found = await this.findOneBy(entity, where);
    assert(found, `a row of ${entity.name} that must exist is missing`);
    return found;
  }

  async countBy<Row extends ObjectLiteral>(entity: Entity<Row>, where: Where<Row>): Promise<number> {
    const { metadata } = shapeOf(this.connection, entity);
    const { sql, parameters } = conditions(metadata, where);
    const { rows } = await this.statements.run(`SELECT count(*) FROM "${metadata.tableName}"${sql}`, parameters);
    return Number(rows[0]?.[0]);
  }

  async existsBy<Row extends ObjectLiteral>(entity: Entity<Row>, where: Where<Row>): Promise<boolean> {
    const { metadata } = shapeOf(this.connection, entity);
    const { sql, parameters } = conditions(metadata, where);
    const { rows } = await this.statements.run(`SELECT 1 FROM "${metadata.tableName}"${sql} LIMIT 1`, parameters);
    return rows.length > 0;
  }

  /** The different values of one column of whole numbers. */
  async distinct<Row extends ObjectLiteral>(
    entity: Entity<Row>,
    column: keyof Row & string,
    where: Where<Row>,
  ): Promise<number[]> {
    const { metadata } = shapeOf(this.connection, entity);
    const { sql, parameters } = conditions(metadata, where);
    const { rows } = await this.statements.run(
      `SELECT DISTINCT "${column}" FROM "${metadata.tableName}"${sql}`,
      parameters,
    );
    return rows.map(([value]) => Number(value));
  }

  /** Writes a new row; its generated id is set on the row itself. */
  async insert<Row extends ObjectLiteral>(entity: Entity<Row>, row: Partial<Row>): Promise<void> {
    const { metadata, generated } = shapeOf(this.connection, entity);
    const given = metadata.columns.filter(({ propertyName }) => row[propertyName] !== undefined);
    const returning = generated && this.statements.isPostgres ? ` RETURNING "${generated.databaseName}"` : '';
    const { rows, newId } = await this.statements.run(
      `INSERT INTO "${metadata.tableName}" (${given.map(quoted).join(', ')}) ` +
        `VALUES (${given.map(() => '?').join(', ')})${returning}`,
      given.map(column => persisted(column, row[column.propertyName])),
    );
    if (generated && row[generated.propertyName] === undefined) {
      Object.assign(row, { [generated.propertyName]: Number(newId ?? rows[0]?.[0]) });
    }
  }

  /** Changes the rows that a `where`, or one id, names. */
  async update<Row extends ObjectLiteral>(
    entity: Entity<Row>,
    which: number | FindOptionsWhere<Row>,
    changes: Partial<Row>,
  ): Promise<{ affected: number }> {
    const { metadata } = shapeOf(this.connection, entity);
    const where = (typeof which === 'number' ? { id: which } : which) as FindOptionsWhere<Row>;
    const given = metadata.columns.filter(({ propertyName }) => changes[propertyName] !== undefined);
    const { sql, parameters } = conditions(metadata, where);
    const { changed } = await this.statements.run(
      `UPDATE "${metadata.tableName}" SET ${given.map(column => `${quoted(column)} = ?`).join(', ')}${sql}`,
      [...given.map(column => persisted(column, changes[column.propertyName])), ...parameters],
    );
    return { affected: changed };
  }

  async delete<Row extends ObjectLiteral>(
    entity: Entity<Row>,
    where: FindOptionsWhere<Row>,
  ): Promise<{ affected: number }> {
    const { metadata } = shapeOf(this.connection, entity);
    const { sql, parameters } = conditions(metadata, where);
    assert(sql !== '', 'a delete that names no rows');
    const { changed } = await this.statements.run(`DELETE FROM "${metadata.tableName}"${sql}`, parameters);
    return { affected: changed };
  }

  /** Adds to a running total, which begins at 0 where there is none yet, and answers with what it has become. */
  async addTo<Row extends ObjectLiteral>(entity: Entity<Row>, key: string, total: string, by: number): Promise<number> {
    const { metadata } = shapeOf(this.connection, entity);
    const [primary] = metadata.primaryColumns;
    assert(primary, 'a running total has a key');
    const table = `"${metadata.tableName}"`;
    const { rows } = await this.statements.run(
      `INSERT INTO ${table} (${quoted(primary)}, "${total}") VALUES (?, ?) ON CONFLICT (${quoted(primary)}) ` +
        `DO UPDATE SET "${total}" = ${table}."${total}" + excluded."${total}" RETURNING "${total}"`,
      [key, by],
    );
    return Number(rows[0]?.[0]);
  }
}

interface Reader {
  readonly name: string;
  readonly from: ((value: unknown) => unknown) | undefined;
}

interface Shape {
  readonly metadata: EntityMetadata;
  /** The columns of a SELECT, and how their values are read. */
  readonly names: string;
  readonly readers: readonly Reader[];
  /** The column that the database numbers by itself. */
  readonly generated: Column | undefined;
}

const shapes = new WeakMap<EntityMetadata, Map<string, Shape>>();

function shapeOf(dataSource: DataSource, entity: Entity<ObjectLiteral>, only: readonly string[] = []): Shape {
  const metadata = dataSource.getMetadata(entity);
  let known = shapes.get(metadata);
  if (!known) shapes.set(metadata, (known = new Map<string, Shape>()));
  const key = only.join();
  let shape = known.get(key);
  if (!shape) {
    const columns = metadata.columns.filter(({ propertyName }) => only.length === 0 || only.includes(propertyName));
    const readers = columns.map(({ propertyName, transformer }) => ({
      name: propertyName,
      from:
        transformer && !Array.isArray(transformer) ? (value: unknown) => transformer.from(value) as unknown : undefined,
    }));
    const generated = metadata.columns.find(({ isGenerated }) => isGenerated);
    known.set(key, (shape = { metadata, names: columns.map(quoted).join(', '), readers, generated }));
  }
  return shape;
}

function quoted({ databaseName }: Column): string {
  return `"${databaseName}"`;
}

function hydrated<Row extends ObjectLiteral>(entity: Entity<Row>, readers: readonly Reader[], values: unknown[]): Row {
  const row: ObjectLiteral = new entity();
  for (const [index, { name, from }] of readers.entries()) row[name] = from ? from(values[index]) : values[index];
  return row as Row;
}

function persisted({ transformer }: Column, value: unknown): unknown {
  return transformer && !Array.isArray(transformer) ? (transformer.to(value) as unknown) : value;
}

interface Conditions {
  /** With its WHERE, or empty when every row is meant. */
  readonly sql: string;
  readonly parameters: unknown[];
}

function conditions<Row>(metadata: EntityMetadata, where: Where<Row> | undefined): Conditions {
  const parameters: unknown[] = [];
  const any = (Array.isArray(where) ? where : [where ?? {}]).map(one =>
    Object.entries(one)
      .map(([name, value]) => condition(metadata, { name, value: value as unknown }, parameters))
      .join(' AND '),
  );
  if (any.includes('')) return { sql: '', parameters: [] };
  return { sql: ` WHERE ${any.length === 1 ? any[0] : any.map(all => `(${all})`).join(' OR ')}`, parameters };
}

const comparisons: Readonly<Record<string, string>> = {
  equal: '=',
  moreThan: '>',
  moreThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
  like: 'LIKE',
};

function condition(
  metadata: EntityMetadata,
  { name, value }: { name: string; value: unknown },
  parameters: unknown[],
): string {
  const column = metadata.findColumnWithPropertyName(name);
  assert(column, `${metadata.tableName} has no column ${name}`);
  assert(value !== undefined && value !== null, `${metadata.tableName}.${name} is compared with nothing; say IsNull()`);
  if (!(value instanceof FindOperator)) {
    parameters.push(persisted(column, value));
    return `${quoted(column)} = ?`;
  }
  const { type } = value;
  if (type === 'isNull') return `${quoted(column)} IS NULL`;
  if (type === 'not') {
    return `NOT (${condition(metadata, { name, value: value.child ?? (value.value as unknown) }, parameters)})`;
  }
  if (type === 'in') {
    const list = value.value as unknown[];
    if (list.length === 0) return '1 = 0';
    parameters.push(...list.map(one => persisted(column, one)));
    return `${quoted(column)} IN (${list.map(() => '?').join(', ')})`;
  }
  const comparison = comparisons[type];
  assert(comparison, `the operator ${type} is not known here`);
  parameters.push(persisted(column, value.value));
  return `${quoted(column)} ${comparison} ?`;
}

function orderOf<Row>(order: FindOptionsOrder<Row> | undefined): string {
  const terms = Object.entries(order ?? {}).map(([name, direction]) => `"${name}" ${String(direction)}`);
  return terms.length === 0 ? '' : ` ORDER BY ${terms.join(', ')}`;
}

function pageOf({ take, skip }: { readonly take?: number; readonly skip?: number }): string {
  assert(
    [take, skip].every(count => count === undefined || Number.isSafeInteger(count)),
    'a page in whole rows',
  );
  return `${take === undefined ? '' : ` LIMIT ${take}`}${skip ? ` OFFSET ${skip}` : ''}`;
}

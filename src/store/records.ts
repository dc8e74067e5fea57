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
    const shape = shapeOf(this.connection, entity, options.only);
    const { names, readers } = shape;
    const { sql, parameters } = conditions(shape, options.where);
    const { tableName } = shape.metadata;
    const rows = await this.statements.read(
      tableName,
      `SELECT ${names} FROM "${tableName}"${sql}${orderOf(options.order)}${pageOf(options)}`,
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
    const shape = shapeOf(this.connection, entity);
    const { sql, parameters } = conditions(shape, where);
    const { tableName } = shape.metadata;
    const rows = await this.statements.read(tableName, `SELECT count(*) FROM "${tableName}"${sql}`, parameters);
    return Number(rows[0]?.[0]);
  }

  async existsBy<Row extends ObjectLiteral>(entity: Entity<Row>, where: Where<Row>): Promise<boolean> {
    const shape = shapeOf(this.connection, entity);
    const { sql, parameters } = conditions(shape, where);
    const { tableName } = shape.metadata;
    const rows = await this.statements.read(tableName, `SELECT 1 FROM "${tableName}"${sql} LIMIT 1`, parameters);
    return rows.length > 0;
  }

  /** The different values of one column of whole numbers. */
  async distinct<Row extends ObjectLiteral>(
    entity: Entity<Row>,
    column: keyof Row & string,
    where: Where<Row>,
  ): Promise<number[]> {
    const shape = shapeOf(this.connection, entity);
    const { sql, parameters } = conditions(shape, where);
    const { tableName } = shape.metadata;
    const rows = await this.statements.read(
      tableName,
      `SELECT DISTINCT "${column}" FROM "${tableName}"${sql}`,
      parameters,
    );
    return rows.map(([value]) => Number(value));
  }

  /** Writes a new row; its generated id is set on the row itself. */
  async insert<Row extends ObjectLiteral>(entity: Entity<Row>, row: Partial<Row>): Promise<void> {
    const { metadata, columns, generated } = shapeOf(this.connection, entity);
    const values: unknown[] = [];
    let names = '';
    let places = '';
    for (const [property, column] of columns) {
      if (row[property] === undefined) continue;
      names += `${names && ', '}${column.name}`;
      places += `${places && ', '}?`;
      values.push(persisted(column, row[property]));
    }
    const returning = generated && this.statements.isPostgres ? ` RETURNING "${generated.databaseName}"` : '';
    const { rows, newId } = await this.statements.write(
      metadata.tableName,
      `INSERT INTO "${metadata.tableName}" (${names}) VALUES (${places})${returning}`,
      values,
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
    const shape = shapeOf(this.connection, entity);
    const where = (typeof which === 'number' ? { id: which } : which) as FindOptionsWhere<Row>;
    const given = [...shape.columns].filter(([property]) => changes[property] !== undefined);
    const { sql, parameters } = conditions(shape, where);
    const { tableName } = shape.metadata;
    const { changed } = await this.statements.write(
      tableName,
      `UPDATE "${tableName}" SET ${given.map(([, { name }]) => `${name} = ?`).join(', ')}${sql}`,
      [...given.map(([property, column]) => persisted(column, changes[property])), ...parameters],
    );
    return { affected: changed };
  }

  async delete<Row extends ObjectLiteral>(
    entity: Entity<Row>,
    where: FindOptionsWhere<Row>,
  ): Promise<{ affected: number }> {
    const shape = shapeOf(this.connection, entity);
    const { sql, parameters } = conditions(shape, where);
    assert(sql !== '', 'a delete that names no rows');
    const { tableName } = shape.metadata;
    const { changed } = await this.statements.write(tableName, `DELETE FROM "${tableName}"${sql}`, parameters);
    return { affected: changed };
  }

  /** Adds to a running total, which begins at 0 where there is none yet, and answers with what it has become. */
  async addTo<Row extends ObjectLiteral>(entity: Entity<Row>, key: string, total: string, by: number): Promise<number> {
    const { metadata } = shapeOf(this.connection, entity);
    const [primary] = metadata.primaryColumns;
    assert(primary, 'a running total has a key');
    const table = `"${metadata.tableName}"`;
    const { rows } = await this.statements.write(
      metadata.tableName,
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

interface Known {
  /** The column's name in quotation marks. */
  readonly name: string;
  readonly to: ((value: unknown) => unknown) | undefined;
}

interface Shape {
  readonly metadata: EntityMetadata;
  /** The columns by the names of their properties. */
  readonly columns: ReadonlyMap<string, Known>;
  /** The columns of a SELECT, and how their values are read. */
  readonly names: string;
  readonly readers: readonly Reader[];
  /** The column that the database numbers by itself. */
  readonly generated: Column | undefined;
}

const shapes = new WeakMap<DataSource, Map<Entity<ObjectLiteral>, Map<string, Shape>>>();

function shapeOf(dataSource: DataSource, entity: Entity<ObjectLiteral>, only: readonly string[] = []): Shape {
  let entities = shapes.get(dataSource);
  if (!entities) shapes.set(dataSource, (entities = new Map<Entity<ObjectLiteral>, Map<string, Shape>>()));
  let known = entities.get(entity);
  if (!known) entities.set(entity, (known = new Map<string, Shape>()));
  const key = only.length === 0 ? '' : only.join();
  let shape = known.get(key);
  if (!shape) known.set(key, (shape = newShape(dataSource.getMetadata(entity), only)));
  return shape;
}

function newShape(metadata: EntityMetadata, only: readonly string[]): Shape {
  const wanted = metadata.columns.filter(({ propertyName }) => only.length === 0 || only.includes(propertyName));
  return {
    metadata,
    columns: new Map(metadata.columns.map(column => [column.propertyName, knownOf(column)])),
    names: wanted.map(quoted).join(', '),
    readers: wanted.map(({ propertyName, transformer }) => ({
      name: propertyName,
      from:
        transformer && !Array.isArray(transformer) ? (value: unknown) => transformer.from(value) as unknown : undefined,
    })),
    generated: metadata.columns.find(({ isGenerated }) => isGenerated),
  };
}

function knownOf(column: Column): Known {
  const { transformer } = column;
  const to =
    transformer && !Array.isArray(transformer) ? (value: unknown) => transformer.to(value) as unknown : undefined;
  return { name: quoted(column), to };
}

function quoted({ databaseName }: Column): string {
  return `"${databaseName}"`;
}

function hydrated<Row extends ObjectLiteral>(
  entity: Entity<Row>,
  readers: readonly Reader[],
  values: readonly unknown[],
): Row {
  const row: ObjectLiteral = new entity();
  let index = 0;
  for (const { name, from } of readers) {
    const value = values[index++];
    row[name] = from ? from(value) : value;
  }
  return row as Row;
}

interface Conditions {
  /** With its WHERE, or empty when every row is meant. */
  readonly sql: string;
  readonly parameters: unknown[];
}

function conditions<Row>({ columns }: Shape, where: Where<Row> | undefined): Conditions {
  const parameters: unknown[] = [];
  if (!where) return { sql: '', parameters };
  const any = Array.isArray(where)
    ? where.map(one => all(columns, one, parameters))
    : [all(columns, where, parameters)];
  if (any.includes('')) return { sql: '', parameters: [] };
  return { sql: ` WHERE ${any.length === 1 ? any[0] : any.map(one => `(${one})`).join(' OR ')}`, parameters };
}

function all(columns: Shape['columns'], where: object, parameters: unknown[]): string {
  let sql = '';
  for (const name in where) {
    const value = (where as Readonly<Record<string, unknown>>)[name];
    sql += `${sql && ' AND '}${condition(columns, { name, value }, parameters)}`;
  }
  return sql;
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
  columns: Shape['columns'],
  { name, value }: { name: string; value: unknown },
  parameters: unknown[],
): string {
  const column = columns.get(name);
  assert(column, `there is no column ${name}`);
  assert(value !== undefined && value !== null, `${name} is compared with nothing; say IsNull()`);
  if (!(value instanceof FindOperator)) {
    parameters.push(persisted(column, value));
    return `${column.name} = ?`;
  }
  const { type } = value;
  if (type === 'isNull') return `${column.name} IS NULL`;
  if (type === 'not') {
    return `NOT (${condition(columns, { name, value: value.child ?? (value.value as unknown) }, parameters)})`;
  }
  if (type === 'in') {
    const list = value.value as unknown[];
    if (list.length === 0) return '1 = 0';
    parameters.push(...list.map(one => persisted(column, one)));
    return `${column.name} IN (${list.map(() => '?').join(', ')})`;
  }
  const comparison = comparisons[type];
  assert(comparison, `the operator ${type} is not known here`);
  parameters.push(persisted(column, value.value));
  return `${column.name} ${comparison} ?`;
}

function persisted({ to }: Known, value: unknown): unknown {
  return to ? to(value) : value;
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

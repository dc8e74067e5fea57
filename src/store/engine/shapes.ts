import type { DataSource, EntityMetadata, ObjectLiteral } from 'typeorm';
import type { Query } from './known-rows.js';
import { Outline } from './outline.js';

type Column = EntityMetadata['columns'][number];
type Convert = (value: unknown) => unknown;

/** A column as statements need it. */
export interface ShapedColumn {
  readonly property: string;
  /** Its name in quotation marks. */
  readonly name: string;
  /** From a value of the program to the stored one, and back; undefined where they are the same. */
  readonly to: Convert | undefined;
  readonly from: Convert | undefined;
}

/** What is known of an entity's table, and the statements that were put together for it. */
export interface Shape {
  readonly table: string;
  readonly columns: readonly ShapedColumn[];
  readonly byProperty: ReadonlyMap<string, ShapedColumn>;
  readonly primary: ShapedColumn;
  /** The properties in the order of the canonical encoding, which digests are taken over. */
  readonly sealed: readonly string[];
  /** The properties that may be null. */
  readonly nullable: readonly string[];
  /** The property that the database numbers by itself. */
  readonly generated: string | undefined;
  /** By what is asked, without the values. */
  readonly queries: Outline<Query>;
  /** By the properties that are left to the database. */
  readonly inserts: Outline<string>;
  /** What changes or deletes rows, by the properties that it sets and asks for. */
  readonly changes: Outline<string>;
  /** By the running total that is added to. */
  readonly additions: Map<string, { readonly more: string; readonly first: string }>;
}

/** By what was read of the tables, which connections to one kind of database share. */
const shapes = new WeakMap<object, Map<new () => ObjectLiteral, Shape>>();

export function shapeOf(dataSource: DataSource, entity: new () => ObjectLiteral): Shape {
  const { entityMetadatasMap } = dataSource;
  let known = shapes.get(entityMetadatasMap);
  if (!known) shapes.set(entityMetadatasMap, (known = new Map<new () => ObjectLiteral, Shape>()));
  let shape = known.get(entity);
  if (!shape) known.set(entity, (shape = newShape(dataSource.getMetadata(entity))));
  return shape;
}

function newShape({ tableName, columns, primaryColumns }: EntityMetadata): Shape {
  const shaped = columns.map(shapedColumn);
  const byProperty = new Map(shaped.map(column => [column.property, column]));
  const primary = byProperty.get(primaryColumns[0]?.propertyName ?? '');
  if (!primary) throw new Error(`the table ${tableName} has no key`);
  return {
    table: tableName,
    columns: shaped,
    byProperty,
    primary,
    sealed: shaped.map(({ property }) => property).toSorted(),
    nullable: columns.filter(({ isNullable }) => isNullable).map(({ propertyName }) => propertyName),
    generated: columns.find(({ isGenerated }) => isGenerated)?.propertyName,
    queries: new Outline<Query>(),
    inserts: new Outline<string>(),
    changes: new Outline<string>(),
    additions: new Map<string, { more: string; first: string }>(),
  };
}

function shapedColumn({ propertyName, databaseName, transformer }: Column): ShapedColumn {
  const one = transformer && !Array.isArray(transformer) ? transformer : undefined;
  return {
    property: propertyName,
    name: `"${databaseName}"`,
    to: one && ((value: unknown) => one.to(value) as unknown),
    from: one && ((value: unknown) => one.from(value) as unknown),
  };
}

export function stored({ to }: ShapedColumn, value: unknown): unknown {
  return to ? to(value) : value;
}

/**
 * A row as the program has it. A plain object and no instance of its class: what is made in one go is copied in a tenth of the
 * time, and many columns given one after another to an instance would turn it into a slow dictionary.
 */
export function hydrated<Row extends ObjectLiteral>(columns: readonly ShapedColumn[], values: readonly unknown[]): Row {
  return Object.fromEntries(
    columns.map(({ property, from }, index) => [property, from ? from(values[index]) : values[index]]),
  ) as Row;
}

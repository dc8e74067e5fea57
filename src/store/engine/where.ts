import { strict as assert } from 'node:assert';
import { FindOperator, type FindOptionsWhere } from 'typeorm';
import type { Outline } from './outline.js';
import { type Shape, type ShapedColumn, stored } from './shapes.js';

type Columns = Shape['byProperty'];
export type Where<Row> = FindOptionsWhere<Row> | FindOptionsWhere<Row>[];

/** Where the questions of one table have come to, with the values that they ask for. */
interface Asked<Made> {
  readonly columns: Columns;
  readonly parameters: unknown[];
  at: Outline<Made>;
}

/**
 * Goes on by what a `where` asks without its values, such as `gridId = state in 3`: the same for all that can share one statement. Its
 * values are added to the parameters, in the order in which `conditions` has places for them.
 */
export function outline<Made>(
  at: Outline<Made>,
  { byProperty: columns }: Shape,
  { where, parameters }: { readonly where: object | undefined; readonly parameters: unknown[] },
): Outline<Made> {
  if (!where) return at;
  const asked = { columns, parameters, at };
  if (!Array.isArray(where)) return outlineOfAll(asked, where);
  for (const one of where as object[]) {
    asked.at = asked.at.at('or');
    outlineOfAll(asked, one);
  }
  return asked.at;
}

function outlineOfAll<Made>(asked: Asked<Made>, where: object): Outline<Made> {
  for (const name in where) {
    asked.at = asked.at.at(name);
    outlineOf(asked, name, (where as Readonly<Record<string, unknown>>)[name]);
  }
  return asked.at;
}

function outlineOf<Made>(asked: Asked<Made>, name: string, value: unknown): void {
  const { columns, parameters } = asked;
  if (value === undefined || value === null) throw new Error(`${name} is compared with nothing; say IsNull()`);
  if (!(value instanceof FindOperator)) {
    asked.at = asked.at.at('=');
    parameters.push(stored(columnOf(columns, name), value));
    return;
  }
  const { type } = value;
  asked.at = asked.at.at(type);
  if (type === 'isNull') return;
  if (type === 'not') return outlineOf(asked, name, childOf(value));
  const column = columnOf(columns, name);
  if (type !== 'in') {
    parameters.push(stored(column, value.value));
    return;
  }
  const list = value.value as unknown[];
  asked.at = asked.at.at(list.length);
  for (const one of list) parameters.push(stored(column, one));
}

/** The WHERE of a statement, or nothing when every row is meant. */
export function conditions({ byProperty }: Shape, where: object | undefined): string {
  if (!where) return '';
  if (!Array.isArray(where) && Object.keys(where).length === 0) return '';
  const alternatives = Array.isArray(where)
    ? where.map((one: object) => all(byProperty, one))
    : [all(byProperty, where)];
  assert(!alternatives.includes(''), 'one of several conditions is none');
  return ` WHERE ${alternatives.length === 1 ? alternatives[0] : alternatives.map(one => `(${one})`).join(' OR ')}`;
}

function all(columns: Columns, where: object): string {
  return Object.entries(where)
    .map(([name, value]) => condition(columnOf(columns, name), value))
    .join(' AND ');
}

const comparisons: Readonly<Record<string, string>> = {
  equal: '=',
  moreThan: '>',
  moreThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
  like: 'LIKE',
};

function condition(column: ShapedColumn, value: unknown): string {
  if (!(value instanceof FindOperator)) return `${column.name} = ?`;
  const { type } = value;
  if (type === 'isNull') return `${column.name} IS NULL`;
  if (type === 'not') return `NOT (${condition(column, childOf(value))})`;
  if (type === 'in') {
    const list = value.value as unknown[];
    return list.length === 0 ? '1 = 0' : `${column.name} IN (${list.map(() => '?').join(', ')})`;
  }
  const comparison = comparisons[type];
  assert(comparison, `the operator ${type} is not known here`);
  return `${column.name} ${comparison} ?`;
}

function childOf(value: FindOperator<unknown>): unknown {
  return value.child ?? value.value;
}

function columnOf(columns: Columns, name: string): ShapedColumn {
  const column = columns.get(name);
  if (!column) throw new Error(`there is no column ${name}`);
  return column;
}

/** The properties that a `where` wants to be equal to something, when that is all it wants; null otherwise. */
export function equalities(where: object | undefined): readonly string[] | null {
  if (!where) return [];
  if (Array.isArray(where)) return null;
  return Object.values(where).some(value => value instanceof FindOperator) ? null : Object.keys(where);
}

import { Column, type ColumnOptions, type ValueTransformer } from 'typeorm';
import type { z } from 'zod';

/**
 * The one file that knows where SQLite and PostgreSQL differ: a `bigint` comes back from the one as a number,
 * from the other as text. Money and moments fit in 53 bits, and a value that does not is a fault of the program.
 */
const wholeNumber: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | number | null) => (value === null ? null : exact(Number(value))),
};

const instant: ValueTransformer = {
  to: (value: Date | null | undefined) => (value instanceof Date ? value.getTime() : value),
  from: (value: string | number | null) => (value === null ? null : new Date(exact(Number(value)))),
};

function json(column: string, shape: z.ZodType): ValueTransformer {
  return {
    to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
    from: (value: string | null) => (value === null ? null : frozen(read(column, shape, value))),
  };
}

/** What stands there as it stands, for the seals are over it: the shape only tells whether this program can make something of it. */
function read(column: string, shape: z.ZodType, value: string): unknown {
  const parsed: unknown = JSON.parse(value);
  const { success, error } = shape.safeParse(parsed);
  if (success) return parsed;
  const [{ path = [], message = '' } = {}] = error.issues;
  throw new Error(`the record holds something in ${column} that it cannot hold: ${[...path, message].join(' ')}`);
}

/** What was read is handed to everybody who asks for it, so nobody may change it in its place. */
function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

const unsealed = new Set<unknown>();

/** The rows of this table are traffic, or proved otherwise (balances by the ledger's sum, the journal by its own chain). */
export const Unsealed = (): ClassDecorator => entity => void unsealed.add(entity);

/** True for a table whose rows the journal seals: every one that does not say otherwise. */
export const isSealed = <T>(entity: T): entity is Extract<T, new () => { id: number }> => !unsealed.has(entity);

/** Money in fen (0.01 yuan). */
export const FenColumn = (options: ColumnOptions = {}) =>
  Column({ ...options, type: 'bigint', transformer: wholeNumber });

/** A moment, kept as milliseconds since 1970 UTC. */
export const InstantColumn = (options: ColumnOptions = {}) =>
  Column({ ...options, type: 'bigint', transformer: instant });

/** Plain data that is read as a whole and never searched; it has a shape of `json-shapes.ts`. */
export const JsonColumn =
  (shape: z.ZodType, options: ColumnOptions = {}): PropertyDecorator =>
  (entity, property) =>
    Column({ ...options, type: 'text', transformer: json(`${entity.constructor.name}.${String(property)}`, shape) })(
      entity,
      property,
    );

export const TextColumn = (options: ColumnOptions = {}) => Column({ ...options, type: 'text' });

export const IntColumn = (options: ColumnOptions = {}) => Column({ ...options, type: 'integer' });

function exact(value: number): number {
  if (!Number.isSafeInteger(value)) throw new Error(`a stored number is not a safe integer: ${value}`);
  return value;
}

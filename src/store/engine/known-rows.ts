/** A SELECT from one table without the values it asks about: put together once, and asked as often as is needed. */
export interface Query {
  readonly table: string;
  readonly sql: string;
  /** The properties that have to equal the parameters, in their order; null where something else is asked. */
  readonly equal: readonly string[] | null;
  /** What becomes of an answer when a row is added that belongs to it: it comes last, or instead of an older one. */
  readonly grows: 'at its end' | { readonly newestBy: string } | null;
  /** The properties that are selected. */
  readonly selected: readonly string[];
  /** What is kept of a row, from its stored values in the order in which they are selected; nobody may change it. */
  readonly kept: (values: readonly unknown[]) => unknown;
  /** False for what nobody will ask again. */
  readonly isKept: boolean;
}

/** The value, as it is stored, of a property of a row that was added; undefined where the database chose it. */
type Stored = (property: string) => unknown;

/** So many rows are kept, an empty answer counting as one, and no answer longer than this. */
const mostKnown = 20_000;
const longestKnown = 5000;

/**
 * What has been read and still stands. One connection writes, so what it wrote is all that can change it: a row that is
 * added touches the answers it belongs to, and after any other change of a table all that was read from it is forgotten.
 */
export class KnownRows {
  private readonly tables = new Map<string, Map<Query, Map<string, unknown[]>>>();
  private readonly totals = new Map<string, Map<string, number | null>>();
  private size = 0;

  of(query: Query, parameters: readonly unknown[]): readonly unknown[] | undefined {
    return this.tables.get(query.table)?.get(query)?.get(keyOf(parameters));
  }

  keep(query: Query, parameters: readonly unknown[], rows: unknown[]): void {
    if (rows.length > longestKnown) return;
    if (this.size + rows.length >= mostKnown) this.forgetAll();
    let queries = this.tables.get(query.table);
    if (!queries) this.tables.set(query.table, (queries = new Map<Query, Map<string, unknown[]>>()));
    let answers = queries.get(query);
    if (!answers) queries.set(query, (answers = new Map<string, unknown[]>()));
    answers.set(keyOf(parameters), rows);
    this.size += weightOf(rows);
  }

  /** A row was added. */
  added(table: string, stored: Stored): void {
    this.totals.get(table)?.clear();
    const queries = this.tables.get(table);
    if (!queries) return;
    for (const [query, answers] of queries) {
      if (query.equal) this.grow(query, answers, stored);
      else this.drop(queries, query, answers);
    }
  }

  /** A running total; null where there is none yet, undefined where nothing is known. */
  totalOf(table: string, key: string): number | null | undefined {
    return this.totals.get(table)?.get(key);
  }

  keepTotal(table: string, key: string, total: number | null): void {
    let totals = this.totals.get(table);
    if (!totals) this.totals.set(table, (totals = new Map<string, number | null>()));
    if (totals.size >= mostKnown) totals.clear();
    totals.set(key, total);
  }

  /** Rows were changed or taken away, or what was done to them is undone. */
  forget(table: string): void {
    this.forgetRows(table);
    this.totals.get(table)?.clear();
  }

  /** Running totals were moved, which are known; what was read as rows is not so any more. */
  forgetRows(table: string): void {
    const queries = this.tables.get(table);
    if (!queries) return;
    for (const [query, answers] of queries) this.drop(queries, query, answers);
  }

  forgetAll(): void {
    this.tables.clear();
    this.totals.clear();
    this.size = 0;
  }

  private grow(query: Query, answers: Map<string, unknown[]>, stored: Stored): void {
    const { equal, grows, selected, kept } = query;
    const key = keyOf((equal ?? []).map(stored));
    const rows = answers.get(key);
    if (!rows) return;
    const values = selected.map(stored);
    if (grows === null || values.includes(undefined)) {
      answers.delete(key);
      this.size -= weightOf(rows);
    } else if (grows === 'at its end') {
      if (rows.push(kept(values)) > 1) this.size += 1;
    } else if (rows.length === 0 || isNewer(query, { values, than: rows[0], by: grows.newestBy })) {
      rows[0] = kept(values);
    }
  }

  private drop(queries: Map<Query, Map<string, unknown[]>>, query: Query, answers: Map<string, unknown[]>): void {
    for (const rows of answers.values()) this.size -= weightOf(rows);
    queries.delete(query);
  }
}

function isNewer(
  { selected }: Query,
  { values, than, by }: { values: readonly unknown[]; than: unknown; by: string },
): boolean {
  return Number(values[selected.indexOf(by)]) > Number((than as Readonly<Record<string, unknown>>)[by]);
}

function weightOf(rows: readonly unknown[]): number {
  return Math.max(1, rows.length);
}

function keyOf(parameters: readonly unknown[]): string {
  let key = '';
  for (const parameter of parameters) key += `${String(parameter)}\n`;
  return key;
}

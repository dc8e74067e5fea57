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
  /** Whether the rows stay locked until the transaction ends. */
  readonly isLocked?: boolean;
}

/** The value, as it is stored, of a property of a row that was added; undefined where the database chose it. */
type Stored = (property: string) => unknown;

/** What a query answered: its rows, and of the rows that were added since the stored values, to be read when somebody asks again. */
interface Answer {
  readonly rows: unknown[];
  added: (readonly unknown[])[];
}

/** An answer that grew by so many rows since it was asked for is forgotten: nobody seems to ask again. */
const mostAdded = 500;

/** So many rows are kept, an empty answer counting as one, and no answer longer than this. */
const mostKnown = 20_000;
const longestKnown = 5000;

/**
 * What has been read and still stands. One connection writes, so what it wrote is all that can change it: a row that is
 * added touches the answers it belongs to, and after any other change of a table all that was read from it is forgotten.
 */
export class KnownRows {
  private readonly tables = new Map<string, Map<Query, Map<string, Answer>>>();
  private readonly totals = new Map<string, Map<string, number | null>>();
  private size = 0;

  of(query: Query, parameters: readonly unknown[]): readonly unknown[] | undefined {
    const answer = this.tables.get(query.table)?.get(query)?.get(keyOf(parameters));
    if (answer && answer.added.length > 0) {
      for (const values of answer.added) answer.rows.push(query.kept(values));
      answer.added = [];
    }
    return answer?.rows;
  }

  keep(query: Query, parameters: readonly unknown[], rows: unknown[]): void {
    if (rows.length > longestKnown) return;
    if (this.size + rows.length >= mostKnown) this.forgetAll();
    let queries = this.tables.get(query.table);
    if (!queries) this.tables.set(query.table, (queries = new Map<Query, Map<string, Answer>>()));
    let answers = queries.get(query);
    if (!answers) queries.set(query, (answers = new Map<string, Answer>()));
    const answer = { rows, added: [] };
    answers.set(keyOf(parameters), answer);
    this.size += weightOf(answer);
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

  private grow(query: Query, answers: Map<string, Answer>, stored: Stored): void {
    const { equal, grows, selected } = query;
    const key = keyOf((equal ?? []).map(stored));
    const answer = answers.get(key);
    if (!answer) return;
    const values = selected.map(stored);
    this.size -= weightOf(answer);
    if (grows === null || values.includes(undefined) || answer.added.length >= mostAdded) {
      answers.delete(key);
      return;
    }
    if (grows === 'at its end') answer.added.push(values);
    else if (isNewer(query, { values, than: answer, by: grows.newestBy })) {
      answer.rows.length = 0;
      answer.added = [values];
    }
    this.size += weightOf(answer);
  }

  private drop(queries: Map<Query, Map<string, Answer>>, query: Query, answers: Map<string, Answer>): void {
    for (const answer of answers.values()) this.size -= weightOf(answer);
    queries.delete(query);
  }
}

function isNewer(
  { selected }: Query,
  { values, than: { rows, added }, by }: { values: readonly unknown[]; than: Answer; by: string },
): boolean {
  const at = selected.indexOf(by);
  const newest = added[0] ? added[0][at] : (rows[0] as Readonly<Record<string, unknown>> | undefined)?.[by];
  return newest === undefined || Number(values[at]) > Number(newest);
}

function weightOf({ rows, added }: Answer): number {
  return Math.max(1, rows.length + added.length);
}

function keyOf(parameters: readonly unknown[]): string {
  let key = '';
  for (const parameter of parameters) key += `${String(parameter)}\n`;
  return key;
}

import { Table, type QueryRunner } from 'typeorm';

type Kind = 'id' | 'int' | 'big' | 'text';

type Written = Kind | `${Kind}?`;

const types = { id: 'integer', int: 'integer', big: 'bigint', text: 'text' } as const;

/**
 * Adds columns that may be empty, written as in `createTable`. Plain SQL: TypeORM's `addColumn` makes the whole table anew on
 * SQLite, and indexes that it does not know are lost.
 */
export async function addColumns(
  runner: QueryRunner,
  table: string,
  columns: Readonly<Record<string, `${Exclude<Kind, 'id'>}?`>>,
): Promise<void> {
  for (const [name, written] of Object.entries(columns))
    await runner.query(`ALTER TABLE "${table}" ADD COLUMN "${name}" ${types[written.replace('?', '') as Kind]}`);
}

export async function dropColumns(runner: QueryRunner, table: string, columns: readonly string[]): Promise<void> {
  for (const name of columns) await runner.query(`ALTER TABLE "${table}" DROP COLUMN "${name}"`);
}

/**
 * Creates a table, the same for both databases. Columns are written `name: 'int'`, or `'int?'` where null is allowed;
 * `keyed` names the primary key of a table that has no generated `id`.
 */
export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: Readonly<Record<string, Written>>,
  {
    keyed,
    unique = [],
    indexed = [],
  }: { keyed?: string; unique?: readonly string[][]; indexed?: readonly string[][] } = {},
): Promise<void> {
  const table = new Table({
    name,
    columns: Object.entries(columns).map(([column, written]) => {
      const kind = written.replace('?', '') as Kind;
      const isId = kind === 'id';
      return {
        name: column,
        type: types[kind],
        isNullable: written.endsWith('?'),
        isPrimary: isId || column === keyed,
        ...(isId ? { isGenerated: true, generationStrategy: 'increment' as const } : {}),
      };
    }),
  });
  await runner.createTable(table);
  for (const [isUnique, lists] of [
    [true, unique],
    [false, indexed],
  ] as const) {
    for (const list of lists) {
      const index = runner.connection.namingStrategy.indexName(name, list);
      const quoted = list.map(column => `"${column}"`).join(', ');
      await runner.query(`CREATE ${isUnique ? 'UNIQUE ' : ''}INDEX "${index}" ON "${name}" (${quoted})`);
    }
  }
}

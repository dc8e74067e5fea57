import { Table, type QueryRunner } from 'typeorm';

type Kind = 'id' | 'int' | 'big' | 'text';

/**
 * Creates a table, the same for both databases. Columns are written `name: 'int'`, or `'int?'` where null is allowed;
 * `keyed` names the primary key of a table that has no generated `id`.
 */
export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: Readonly<Record<string, Kind | `${Kind}?`>>,
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
        type: isId || kind === 'int' ? 'integer' : kind === 'big' ? 'bigint' : 'text',
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

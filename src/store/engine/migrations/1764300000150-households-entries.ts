import type { MigrationInterface, QueryRunner } from 'typeorm';

const before: readonly (readonly string[])[] = [['householdId'], ['projectId', 'householdId']];
const after: readonly (readonly string[])[] = [['householdId', 'projectId']];

/** One index finds a household's entries, in one project or in all: a pledge writes it once instead of two. */
export class HouseholdsEntries1764300000150 implements MigrationInterface {
  readonly name = 'HouseholdsEntries1764300000150';

  async up(runner: QueryRunner): Promise<void> {
    await replaced(runner, before, after);
  }

  async down(runner: QueryRunner): Promise<void> {
    await replaced(runner, after, before);
  }
}

async function replaced(runner: QueryRunner, old: typeof before, fresh: typeof before): Promise<void> {
  const { namingStrategy } = runner.connection;
  const nameOf = (columns: readonly string[]): string => namingStrategy.indexName('ledger_entry', [...columns]);
  for (const columns of old) await runner.query(`DROP INDEX "${nameOf(columns)}"`);
  for (const columns of fresh) {
    const quoted = columns.map(column => `"${column}"`).join(', ');
    await runner.query(`CREATE INDEX "${nameOf(columns)}" ON "ledger_entry" (${quoted})`);
  }
}

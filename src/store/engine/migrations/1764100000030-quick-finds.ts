import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexes: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['ledger_entry', ['projectId', 'householdId']],
  ['project', ['gridId', 'state']],
  ['poll', ['gridId', 'closedAt']],
];

/** What every message asks for is found by an index, however long the record has grown. */
export class QuickFinds1764100000030 implements MigrationInterface {
  readonly name = 'QuickFinds1764100000030';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of indexes) {
      const name = runner.connection.namingStrategy.indexName(table, [...columns]);
      const quoted = columns.map(column => `"${column}"`).join(', ');
      await runner.query(`CREATE INDEX "${name}" ON "${table}" (${quoted})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of indexes) {
      await runner.query(`DROP INDEX "${runner.connection.namingStrategy.indexName(table, [...columns])}"`);
    }
  }
}

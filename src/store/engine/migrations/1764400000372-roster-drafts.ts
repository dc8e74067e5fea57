import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, createTable, dropColumns } from './table.js';

/** Shares and tenants of a unit, and rosters that a secretary sent and has yet to say yes to. */
export class RosterDrafts1764400000372 implements MigrationInterface {
  readonly name = 'RosterDrafts1764400000372';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'household', { shares: 'text?', tenants: 'text?' });
    await createTable(
      runner,
      'roster_draft',
      { id: 'id', gridId: 'int', by: 'text', at: 'big', lines: 'text', said: 'text', seen: 'text' },
      { indexed: [['gridId', 'at']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('roster_draft');
    await dropColumns(runner, 'household', ['shares', 'tenants']);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** What a roster said before it was taken over, for undoing an import as one. */
export class RosterImports1764400000221 implements MigrationInterface {
  readonly name = 'RosterImports1764400000221';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'roster_import',
      { id: 'id', gridId: 'int', at: 'big', before: 'text', bound: 'text', undoneAt: 'big?' },
      { indexed: [['gridId', 'at']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('roster_import');
  }
}

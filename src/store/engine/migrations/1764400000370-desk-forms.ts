import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** What was filled in at the desk, with the answer. */
export class DeskForms1764400000370 implements MigrationInterface {
  readonly name = 'DeskForms1764400000370';

  async up(runner: QueryRunner): Promise<void> {
    const columns = { gridId: 'int', userid: 'text', address: 'text', key: 'text', page: 'text' } as const;
    await createTable(
      runner,
      'desk_form',
      { id: 'id', ...columns, state: 'text', at: 'big' },
      { unique: [['userid', 'key']], indexed: [['at']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('desk_form');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** The sessions at the desk. */
export class Desk1764400000270 implements MigrationInterface {
  readonly name = 'Desk1764400000270';

  async up(runner: QueryRunner): Promise<void> {
    const columns = { gridId: 'int', userid: 'text', session: 'text', standing: 'text' } as const;
    await createTable(
      runner,
      'desk_login',
      { id: 'id', ...columns, beganAt: 'big', endsAt: 'big' },
      { unique: [['session']], indexed: [['userid']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('desk_login');
  }
}

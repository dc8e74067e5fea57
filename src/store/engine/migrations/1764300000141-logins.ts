import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** One-time links and short sessions for the county's pages. */
export class Logins1764300000141 implements MigrationInterface {
  readonly name = 'Logins1764300000141';

  async up(runner: QueryRunner): Promise<void> {
    const columns = { gridId: 'int', userid: 'text', link: 'text', linkEndsAt: 'big' } as const;
    await createTable(
      runner,
      'login',
      { id: 'id', ...columns, session: 'text?', sessionEndsAt: 'big?' },
      { unique: [['link'], ['session']], indexed: [['userid']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('login');
  }
}

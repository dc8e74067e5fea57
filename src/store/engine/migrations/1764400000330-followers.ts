import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** What each who took part in a matter was told of it. */
export class Followers1764400000330 implements MigrationInterface {
  readonly name = 'Followers1764400000330';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'follower',
      { id: 'id', gridId: 'int', projectId: 'int', by: 'text', toldAt: 'big?', quietAt: 'big?' },
      { unique: [['projectId', 'by']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('follower');
  }
}

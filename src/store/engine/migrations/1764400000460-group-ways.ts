import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** The ways into the customer groups of a grid. */
export class GroupWays1764400000460 implements MigrationInterface {
  readonly name = 'GroupWays1764400000460';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'group_way',
      { gridId: 'int', chats: 'text', configId: 'text', qrCode: 'text', templateId: 'text?', madeAt: 'big' },
      { keyed: 'gridId' },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('group_way');
  }
}

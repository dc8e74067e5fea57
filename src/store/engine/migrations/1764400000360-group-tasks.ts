import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** The digests for customer groups. */
export class GroupTasks1764400000360 implements MigrationInterface {
  readonly name = 'GroupTasks1764400000360';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'group_task',
      {
        id: 'id',
        gridId: 'int',
        day: 'text',
        sender: 'text',
        text: 'text',
        msgid: 'text?',
        state: 'text',
        madeAt: 'big',
        remindedAt: 'big?',
      },
      { unique: [['gridId', 'day', 'sender']], indexed: [['state']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('group_task');
  }
}

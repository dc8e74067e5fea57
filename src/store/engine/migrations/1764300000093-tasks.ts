import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** Tasks that residents claim in the group. */
export class Tasks1764300000093 implements MigrationInterface {
  readonly name = 'Tasks1764300000093';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'task',
      {
        id: 'id',
        gridId: 'int',
        no: 'int',
        what: 'text',
        claimedById: 'int',
        claimedAt: 'big',
        dueAt: 'big',
        remindedAt: 'big?',
        doneAt: 'big?',
        checkedById: 'int?',
        checkedAt: 'big?',
        droppedAt: 'big?',
      },
      { unique: [['gridId', 'no']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('task');
  }
}

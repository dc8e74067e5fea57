import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** What outside parties are asked by a link, and what they answer. */
export class OutsideTasks1764400000370 implements MigrationInterface {
  readonly name = 'OutsideTasks1764400000370';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'outside_task',
      {
        id: 'id',
        gridId: 'int',
        no: 'int',
        projectId: 'int',
        party: 'text',
        what: 'text',
        askedById: 'int',
        askedAt: 'big',
        dueAt: 'big',
        digest: 'text',
        remindedAt: 'big?',
        endedAt: 'big?',
        endedById: 'int?',
      },
      { unique: [['gridId', 'no'], ['digest']] },
    );
    await createTable(
      runner,
      'outside_answer',
      { id: 'id', gridId: 'int', taskId: 'int', text: 'text', quoteFen: 'big?', files: 'text', at: 'big' },
      { indexed: [['gridId', 'taskId']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('outside_answer');
    await runner.dropTable('outside_task');
  }
}

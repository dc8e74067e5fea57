import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** What dispatch meetings asked of whom, by when, and how it was closed. */
export class Dispatch1764300000132 implements MigrationInterface {
  readonly name = 'Dispatch1764300000132';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'dispatch_action',
      {
        id: 'id',
        gridId: 'int',
        no: 'int',
        what: 'text',
        ownerId: 'int',
        dueOn: 'text',
        state: 'text',
        setById: 'int',
        setAt: 'big',
        evidence: 'text?',
        photos: 'text?',
        doneById: 'int?',
        doneAt: 'big?',
        checkedById: 'int?',
        checkedAt: 'big?',
      },
      { unique: [['gridId', 'no']], indexed: [['gridId', 'state']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('dispatch_action');
  }
}

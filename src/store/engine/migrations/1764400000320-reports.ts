import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** What residents report, and who reported it. */
export class Reports1764400000320 implements MigrationInterface {
  readonly name = 'Reports1764400000320';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'report',
      {
        id: 'id',
        gridId: 'int',
        no: 'int',
        category: 'text',
        building: 'text?',
        unit: 'text?',
        state: 'text',
        openedAt: 'big',
        ownedBy: 'text?',
        dueAt: 'big',
        climbed: 'int',
        answer: 'text?',
        answeredAt: 'big?',
        endedAt: 'big?',
        endedBy: 'text?',
        reason: 'text?',
        projectId: 'int?',
      },
      { unique: [['gridId', 'no']], indexed: [['gridId', 'state']] },
    );
    await createTable(
      runner,
      'report_voice',
      {
        id: 'id',
        gridId: 'int',
        reportId: 'int',
        by: 'text',
        householdId: 'int?',
        words: 'text',
        place: 'text?',
        photos: 'text?',
        at: 'big',
      },
      { unique: [['reportId', 'by']], indexed: [['gridId', 'by']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['report_voice', 'report']) await runner.dropTable(table);
  }
}

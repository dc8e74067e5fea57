import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, createTable, dropColumns } from './table.js';

const added = {
  point_entry: { score: 'int?', day: 'text?', expiresAt: 'big?', reversesId: 'int?', reason: 'text?', by: 'text?' },
  member: { creditSince: 'big?' },
  redemption: { state: 'text?', holdsUntil: 'big?', endedAt: 'big?', settledBy: 'text?', taken: 'text?' },
  reward: { validUntil: 'big?' },
} as const;

/** Score and points kept apart, points by consent only, rewards reserved before they are handed over, appeals. */
export class CreditApart1764300000090 implements MigrationInterface {
  readonly name = 'CreditApart1764300000090';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(added)) await addColumns(runner, table, columns);
    await createTable(
      runner,
      'appeal',
      {
        id: 'id',
        gridId: 'int',
        no: 'int',
        memberId: 'int',
        text: 'text',
        at: 'big',
        dueAt: 'big',
        answer: 'text?',
        answeredById: 'int?',
        answeredAt: 'big?',
      },
      { unique: [['gridId', 'no']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('appeal');
    for (const [table, columns] of Object.entries(added)) await dropColumns(runner, table, Object.keys(columns));
  }
}

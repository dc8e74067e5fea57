import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** The monthly reports of the supervision teams. */
export class TeamMonths1764400000380 implements MigrationInterface {
  readonly name = 'TeamMonths1764400000380';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'team_month',
      {
        id: 'id',
        gridId: 'int',
        projectId: 'int',
        month: 'text',
        figures: 'text',
        people: 'text',
        madeAt: 'big',
        postedAt: 'big?',
      },
      { unique: [['projectId', 'month']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('team_month');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** The ideas of residents for how a matter should be done, with what the plan says of each. */
export class Ideas1764400000340 implements MigrationInterface {
  readonly name = 'Ideas1764400000340';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'idea',
      {
        id: 'id',
        gridId: 'int',
        projectId: 'int',
        no: 'int',
        text: 'text',
        memberId: 'int',
        at: 'big',
        taken: 'int?',
        answer: 'text?',
        answeredById: 'int?',
        answeredAt: 'big?',
      },
      { unique: [['projectId', 'no']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('idea');
  }
}

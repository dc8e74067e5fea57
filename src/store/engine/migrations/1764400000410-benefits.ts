import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** What households of a score enjoy. */
export class Benefits1764400000410 implements MigrationInterface {
  readonly name = 'Benefits1764400000410';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'benefit',
      {
        id: 'id',
        gridId: 'int',
        no: 'int',
        what: 'text',
        provider: 'text',
        leastScore: 'int',
        evidence: 'text',
        byId: 'int',
        at: 'big',
        endedAt: 'big?',
      },
      { unique: [['gridId', 'no']] },
    );
    await createTable(
      runner,
      'benefit_use',
      {
        id: 'id',
        gridId: 'int',
        benefitId: 'int',
        householdId: 'int',
        memberId: 'int',
        score: 'int',
        at: 'big',
        endedAt: 'big?',
      },
      {
        indexed: [
          ['gridId', 'benefitId'],
          ['gridId', 'householdId'],
        ],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('benefit_use');
    await runner.dropTable('benefit');
  }
}

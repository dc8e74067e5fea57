import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, createTable, dropColumns } from './table.js';

/** The terms of a pledge round, where the money is to come from, and what members asked for with a pledge. */
export class PledgeRounds1764300000080 implements MigrationInterface {
  readonly name = 'PledgeRounds1764300000080';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'project', { round: 'text?', fundingPlan: 'text?', allocation: 'text?' });
    await addColumns(runner, 'member', { noRemindersAt: 'big?' });
    await addColumns(runner, 'offer', { fulfilledAt: 'big?', fulfilledById: 'int?' });
    await createTable(
      runner,
      'pledge_note',
      {
        id: 'id',
        gridId: 'int',
        projectId: 'int',
        entryNo: 'int',
        householdId: 'int',
        beneficiaryId: 'int?',
        unnamed: 'int',
        at: 'big',
      },
      { indexed: [['projectId', 'householdId']] },
    );
    await createTable(
      runner,
      'exemption',
      {
        id: 'id',
        gridId: 'int',
        projectId: 'int',
        householdId: 'int',
        source: 'text',
        amountFen: 'big',
        byId: 'int',
        at: 'big',
        cancelledAt: 'big?',
      },
      { indexed: [['projectId']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('exemption');
    await runner.dropTable('pledge_note');
    await dropColumns(runner, 'offer', ['fulfilledAt', 'fulfilledById']);
    await dropColumns(runner, 'member', ['noRemindersAt']);
    await dropColumns(runner, 'project', ['round', 'fundingPlan', 'allocation']);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** What a payment was released from, what an owners' vote decided in money, and the order in which a plan's sources are spent. */
export class BoundMoney1764400000210 implements MigrationInterface {
  readonly name = 'BoundMoney1764400000210';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'spend_request', { despite: 'text?' });
    await addColumns(runner, 'poll', { decides: 'text?' });
    await addColumns(runner, 'project', { spendOrder: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'spend_request', ['despite']);
    await dropColumns(runner, 'poll', ['decides']);
    await dropColumns(runner, 'project', ['spendOrder']);
  }
}

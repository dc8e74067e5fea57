import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** Why a request for a payment was sent back. */
export class SentBack1764300000073 implements MigrationInterface {
  readonly name = 'SentBack1764300000073';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'spend_request', { refusedReason: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'spend_request', ['refusedReason']);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** Advances and progress payments, and what is kept back of a payment until the end of the warranty. */
export class Retention1764300000071 implements MigrationInterface {
  readonly name = 'Retention1764300000071';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'spend_request', {
      stage: 'text?',
      retainedFen: 'big?',
      warrantyOn: 'text?',
      releasedNo: 'int?',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'spend_request', ['stage', 'retainedFen', 'warrantyOn', 'releasedNo']);
  }
}

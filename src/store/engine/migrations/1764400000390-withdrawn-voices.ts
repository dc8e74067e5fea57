import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** Who reported something may take the own word back. */
export class WithdrawnVoices1764400000390 implements MigrationInterface {
  readonly name = 'WithdrawnVoices1764400000390';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'report_voice', { withdrawnAt: 'big?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'report_voice', ['withdrawnAt']);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** The sums that a notice about money told. */
export class ToldSums1764300000152 implements MigrationInterface {
  readonly name = 'ToldSums1764300000152';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'disclosure', { sums: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'disclosure', ['sums']);
  }
}

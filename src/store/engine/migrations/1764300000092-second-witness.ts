import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** Volunteer hours are confirmed by two: who was the first of them. */
export class SecondWitness1764300000092 implements MigrationInterface {
  readonly name = 'SecondWitness1764300000092';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'service_shift', { firstConfirmedById: 'int?', firstConfirmedAt: 'big?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'service_shift', ['firstConfirmedById', 'firstConfirmedAt']);
  }
}

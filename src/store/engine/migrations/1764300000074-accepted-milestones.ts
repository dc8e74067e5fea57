import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** Who reported a milestone, and who of the supervision team found it done. */
export class AcceptedMilestones1764300000074 implements MigrationInterface {
  readonly name = 'AcceptedMilestones1764300000074';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'milestone', { doneById: 'int?', acceptedById: 'int?', acceptedAt: 'big?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'milestone', ['doneById', 'acceptedById', 'acceptedAt']);
  }
}

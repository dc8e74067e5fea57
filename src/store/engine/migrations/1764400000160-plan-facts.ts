import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** What the published version of a plan says, how often its class was changed, and how its emergency was declared. */
export class PlanFacts1764400000160 implements MigrationInterface {
  readonly name = 'PlanFacts1764400000160';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'project', { planFacts: 'text?', classChanges: 'int?', emergency: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'project', ['planFacts', 'classChanges', 'emergency']);
  }
}

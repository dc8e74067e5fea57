import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** Where a surplus goes by the plan, and why the final accounts differ from the budget. */
export class Surplus1764300000072 implements MigrationInterface {
  readonly name = 'Surplus1764300000072';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'project', { surplusTo: 'text?', differences: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'project', ['surplusTo', 'differences']);
  }
}

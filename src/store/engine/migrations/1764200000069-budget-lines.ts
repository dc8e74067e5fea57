import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** The lines of a budget, the offers that were asked for, and the line that a payment belongs to. */
export class BudgetLines1764200000069 implements MigrationInterface {
  readonly name = 'BudgetLines1764200000069';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'project', { budgetLines: 'text?', quotations: 'text?' });
    await addColumns(runner, 'spend_request', { line: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'project', ['budgetLines', 'quotations']);
    await dropColumns(runner, 'spend_request', ['line']);
  }
}

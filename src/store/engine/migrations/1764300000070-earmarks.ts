import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** Money that is only for certain lines of the budget, and who is paid. */
export class Earmarks1764300000070 implements MigrationInterface {
  readonly name = 'Earmarks1764300000070';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'project', { earmarks: 'text?' });
    await addColumns(runner, 'spend_request', { payee: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'project', ['earmarks']);
    await dropColumns(runner, 'spend_request', ['payee']);
  }
}

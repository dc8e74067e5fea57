import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** A notice that opens a collection names the account that the money is paid into. */
export class CollectingAccount1764400000510 implements MigrationInterface {
  readonly name = 'CollectingAccount1764400000510';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'grid', { accountHolder: 'text?', accountTail: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'grid', ['accountHolder', 'accountTail']);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** The cashier may send the bank's list instead of a sentence for every payment. */
export class Statements1764000000010 implements MigrationInterface {
  readonly name = 'Statements1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'statement_file',
      {
        id: 'id',
        gridId: 'int',
        no: 'int',
        digest: 'text',
        rows: 'text',
        refused: 'text',
        by: 'text',
        at: 'big',
      },
      {
        unique: [
          ['gridId', 'no'],
          ['gridId', 'digest'],
        ],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('statement_file');
  }
}

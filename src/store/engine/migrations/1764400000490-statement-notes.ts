import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** What of a bank's file was passed over or guessed is kept beside its rows, for whoever opens the list later. */
export class StatementNotes1764400000490 implements MigrationInterface {
  readonly name = 'StatementNotes1764400000490';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'statement_file', { notes: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'statement_file', ['notes']);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** Until when a notice that waits for its reader is true; the households that an account speaks for beside its own. */
export class ToldInTime1764400000161 implements MigrationInterface {
  readonly name = 'ToldInTime1764400000161';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'post', { trueUntil: 'big?' });
    await addColumns(runner, 'member', { alsoHouseholdIds: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'post', ['trueUntil']);
    await dropColumns(runner, 'member', ['alsoHouseholdIds']);
  }
}

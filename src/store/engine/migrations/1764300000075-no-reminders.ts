import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** Of which projects a member does not want to be reminded. */
export class NoReminders1764300000075 implements MigrationInterface {
  readonly name = 'NoReminders1764300000075';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'member', { noRemindersOf: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'member', ['noRemindersOf']);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** Since when a role is held no more. */
export class EndedRoles1764400000430 implements MigrationInterface {
  readonly name = 'EndedRoles1764400000430';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'role', { endedAt: 'big?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'role', ['endedAt']);
  }
}

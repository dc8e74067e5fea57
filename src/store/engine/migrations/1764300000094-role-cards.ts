import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** What those with a role promise to the neighbours. */
export class RoleCards1764300000094 implements MigrationInterface {
  readonly name = 'RoleCards1764300000094';

  async up(runner: QueryRunner): Promise<void> {
    const columns = {
      id: 'id',
      gridId: 'int',
      memberId: 'int',
      promise: 'text',
      shownAt: 'big?',
      namedAt: 'big?',
    } as const;
    await createTable(runner, 'role_card', columns, { unique: [['gridId', 'memberId']] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('role_card');
  }
}

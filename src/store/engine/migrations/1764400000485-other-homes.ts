import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** Other homes that a member was bound to by a leader's word or a card. */
export class OtherHomes1764400000485 implements MigrationInterface {
  readonly name = 'OtherHomes1764400000485';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'member', { alsoBound: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'member', ['alsoBound']);
  }
}

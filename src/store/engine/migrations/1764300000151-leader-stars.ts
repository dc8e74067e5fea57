import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** How many stars a building leader has agreed to show. */
export class LeaderStars1764300000151 implements MigrationInterface {
  readonly name = 'LeaderStars1764300000151';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'role_card', { stars: 'int?', starsAt: 'big?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'role_card', ['stars', 'starsAt']);
  }
}

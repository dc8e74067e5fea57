import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** Where the chains of all grids stood, day by day. */
export class DayHeads1764400000240 implements MigrationInterface {
  readonly name = 'DayHeads1764400000240';

  async up(runner: QueryRunner): Promise<void> {
    const columns = { day: 'text', at: 'big', heads: 'text', root: 'text', previous: 'text', digest: 'text' } as const;
    await createTable(runner, 'day_head', { id: 'id', ...columns }, { unique: [['day']] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('day_head');
  }
}

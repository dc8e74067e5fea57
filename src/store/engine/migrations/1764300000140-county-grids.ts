import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** The level above the community, and what a split or a merge of grids leaves behind. */
export class CountyGrids1764300000140 implements MigrationInterface {
  readonly name = 'CountyGrids1764300000140';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'grid', { subdistrict: 'text?', closedAt: 'big?', successorId: 'int?' });
    await addColumns(runner, 'household', { leftAt: 'big?' });
    await addColumns(runner, 'member', { leftAt: 'big?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'grid', ['subdistrict', 'closedAt', 'successorId']);
    await dropColumns(runner, 'household', ['leftAt']);
    await dropColumns(runner, 'member', ['leftAt']);
  }
}

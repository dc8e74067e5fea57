import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** The grids' links into 微信客服. */
export class KfLinks1764400000280 implements MigrationInterface {
  readonly name = 'KfLinks1764400000280';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'kf_link', { gridId: 'int', openKfId: 'text', url: 'text' }, { keyed: 'gridId' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('kf_link');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** Matters that have ended, for others to learn from. */
export class Precedents1764400000350 implements MigrationInterface {
  readonly name = 'Precedents1764400000350';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'precedent',
      { id: 'id', gridId: 'int', source: 'text', facts: 'text' },
      { unique: [['gridId', 'source']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('precedent');
  }
}

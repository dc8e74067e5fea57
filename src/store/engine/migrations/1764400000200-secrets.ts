import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** What the program made up by chance: the key that cards are sealed with. */
export class Secrets1764400000200 implements MigrationInterface {
  readonly name = 'Secrets1764400000200';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'secret', { name: 'text', value: 'text' }, { keyed: 'name' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('secret');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** Who gave a gift in kind that came from outside. */
export class GiftsInKind1764400000211 implements MigrationInterface {
  readonly name = 'GiftsInKind1764400000211';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'offer', { giver: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'offer', ['giver']);
  }
}

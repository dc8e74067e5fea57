import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** Whoever finds a fault, or stops works, shows why in pictures. */
export class SeenFaults1764400000480 implements MigrationInterface {
  readonly name = 'SeenFaults1764400000480';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'finding', { foundPhotos: 'text?' });
    await addColumns(runner, 'stoppage', { photos: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'stoppage', ['photos']);
    await dropColumns(runner, 'finding', ['foundPhotos']);
  }
}

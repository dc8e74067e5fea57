import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './table.js';

/** What a household filled in on paper is noted as what it told by telephone, with the picture of the sheet. */
export class SheetNotes1764400000470 implements MigrationInterface {
  readonly name = 'SheetNotes1764400000470';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'phone_note', { photo: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'phone_note', ['photo']);
  }
}

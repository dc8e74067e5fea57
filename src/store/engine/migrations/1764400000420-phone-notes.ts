import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** What was told by telephone, and who called back. */
export class PhoneNotes1764400000420 implements MigrationInterface {
  readonly name = 'PhoneNotes1764400000420';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'phone_note',
      {
        id: 'id',
        gridId: 'int',
        no: 'int',
        householdId: 'int',
        projectNo: 'int',
        kind: 'text',
        amountFen: 'big?',
        text: 'text?',
        enteredById: 'int',
        enteredAt: 'big',
        state: 'text',
        checkedById: 'int?',
        checkedAt: 'big?',
      },
      { unique: [['gridId', 'no']], indexed: [['gridId', 'state']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('phone_note');
  }
}

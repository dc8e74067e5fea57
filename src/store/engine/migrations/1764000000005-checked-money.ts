import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { createTable } from './table.js';

/** Money counts once the bookkeeper has reconciled it, and leaves after a request that others have checked and approved. */
export class CheckedMoney1764000000005 implements MigrationInterface {
  readonly name = 'CheckedMoney1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const name of ['evidence', 'covers', 'previous', 'digest'])
      await runner.addColumn('ledger_entry', new TableColumn({ name, type: 'text', isNullable: true }));
    await createTable(
      runner,
      'spend_request',
      {
        id: 'id',
        gridId: 'int',
        projectId: 'int',
        no: 'int',
        amountFen: 'big',
        purpose: 'text',
        photo: 'text?',
        askedById: 'int',
        askedAt: 'big',
        state: 'text',
        checkedById: 'int?',
        checkedAt: 'big?',
        approvals: 'text',
        approvedAt: 'big?',
        clearedById: 'int?',
        heldById: 'int?',
        heldAt: 'big?',
        holdReason: 'text?',
        entryNo: 'int?',
      },
      { unique: [['gridId', 'no']], indexed: [['projectId', 'state']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('spend_request');
    for (const name of ['evidence', 'covers', 'previous', 'digest']) await runner.dropColumn('ledger_entry', name);
  }
}

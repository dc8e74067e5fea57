import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** The picture of a voucher that everybody may see, masked where it has to be. */
export class ShownVouchers1764200000068 implements MigrationInterface {
  readonly name = 'ShownVouchers1764200000068';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('spend_request', new TableColumn({ name: 'shownPhoto', type: 'text', isNullable: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('spend_request', 'shownPhoto');
  }
}

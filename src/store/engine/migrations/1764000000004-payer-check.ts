import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** Who has to pay is found out before neighbours are asked. */
export class PayerCheck1764000000004 implements MigrationInterface {
  readonly name = 'PayerCheck1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('project', new TableColumn({ name: 'payerCheck', type: 'text', isNullable: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('project', 'payerCheck');
  }
}

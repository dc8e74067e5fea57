import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** Owners' votes keep the electorate as it was when they opened. */
export class OwnersVotes1763900000002 implements MigrationInterface {
  readonly name = 'OwnersVotes1763900000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('poll', new TableColumn({ name: 'electorate', type: 'text', isNullable: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('poll', 'electorate');
  }
}

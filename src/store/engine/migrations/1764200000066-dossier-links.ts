import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** A link may open a project's dossier instead of the member's own file. */
export class DossierLinks1764200000066 implements MigrationInterface {
  readonly name = 'DossierLinks1764200000066';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('handout', new TableColumn({ name: 'project', type: 'integer', isNullable: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('handout', 'project');
  }
}

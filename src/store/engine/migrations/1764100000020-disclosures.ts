import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { createTable } from './table.js';

/** The second channel of a notice, the pictures of works, the milestones of a plan, and consent to be named. */
export class Disclosures1764100000020 implements MigrationInterface {
  readonly name = 'Disclosures1764100000020';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'disclosure', {
      boardAt: 'bigint',
      boardPhoto: 'text',
      boardPlace: 'text',
      boardById: 'integer',
    });
    await addColumns(runner, 'grid', { boardSince: 'bigint' });
    await addColumns(runner, 'work_note', { photos: 'text' });
    await addColumns(runner, 'member', { namedAt: 'bigint', erasedAt: 'bigint' });
    await createTable(
      runner,
      'milestone',
      { id: 'id', gridId: 'int', projectId: 'int', place: 'int', name: 'text', plannedOn: 'text', doneAt: 'big?' },
      { unique: [['projectId', 'place']] },
    );
    await createTable(
      runner,
      'handout',
      { id: 'id', gridId: 'int', token: 'text', userid: 'text', expiresAt: 'big' },
      { unique: [['token']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('handout');
    await runner.dropTable('milestone');
    for (const column of ['namedAt', 'erasedAt']) await runner.dropColumn('member', column);
    await runner.dropColumn('work_note', 'photos');
    await runner.dropColumn('grid', 'boardSince');
    for (const column of ['boardAt', 'boardPhoto', 'boardPlace', 'boardById'])
      await runner.dropColumn('disclosure', column);
  }
}

async function addColumns(
  runner: QueryRunner,
  table: string,
  columns: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, type] of Object.entries(columns))
    await runner.addColumn(table, new TableColumn({ name, type, isNullable: true }));
}

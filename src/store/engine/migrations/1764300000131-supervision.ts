import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, createTable, dropColumns } from './table.js';

/** Each project's own supervision team, kin that was declared, and faults with a day by which they are mended. */
export class Supervision1764300000131 implements MigrationInterface {
  readonly name = 'Supervision1764300000131';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'member', { teams: 'int?' });
    await createTable(
      runner,
      'supervision_team',
      { id: 'id', gridId: 'int', projectId: 'int', memberIds: 'text', setById: 'int', setAt: 'big' },
      { unique: [['projectId']] },
    );
    await createTable(
      runner,
      'kinship',
      { id: 'id', gridId: 'int', memberId: 'int', kinId: 'int', at: 'big' },
      { unique: [['memberId', 'kinId']] },
    );
    await createTable(
      runner,
      'finding',
      {
        id: 'id',
        gridId: 'int',
        no: 'int',
        projectId: 'int',
        text: 'text',
        dueOn: 'text',
        state: 'text',
        foundById: 'int',
        foundAt: 'big',
        mendedById: 'int?',
        mendedAt: 'big?',
        photos: 'text?',
        checkedById: 'int?',
        checkedAt: 'big?',
        fault: 'text?',
      },
      { unique: [['gridId', 'no']], indexed: [['projectId', 'state']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['finding', 'kinship', 'supervision_team']) await runner.dropTable(table);
    await dropColumns(runner, 'member', ['teams']);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, createTable, dropColumns } from './table.js';

/** The weights of milestones, the key project of the year, and the colours that a project had and why. */
export class WallChart1764300000130 implements MigrationInterface {
  readonly name = 'WallChart1764300000130';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'milestone', { startsOn: 'text?', weight: 'int?', percent: 'int?' });
    await createTable(
      runner,
      'key_project',
      {
        id: 'id',
        gridId: 'int',
        year: 'int',
        projectId: 'int',
        goal: 'text',
        baseline: 'text?',
        deadline: 'text',
        leaderId: 'int',
        setById: 'int',
        setAt: 'big',
      },
      { unique: [['gridId', 'year']] },
    );
    await createTable(
      runner,
      'colour_mark',
      {
        id: 'id',
        gridId: 'int',
        projectId: 'int',
        kind: 'text',
        colour: 'text',
        reason: 'text',
        byId: 'int?',
        at: 'big',
        expiresAt: 'big?',
      },
      { indexed: [['projectId', 'id']] },
    );
    await createTable(
      runner,
      'stoppage',
      {
        id: 'id',
        gridId: 'int',
        projectId: 'int',
        by: 'text',
        reason: 'text',
        memberId: 'int',
        since: 'big',
        liftedAt: 'big?',
        liftedById: 'int?',
      },
      { indexed: [['projectId', 'id']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['stoppage', 'colour_mark', 'key_project']) await runner.dropTable(table);
    await dropColumns(runner, 'milestone', ['percent', 'weight', 'startsOn']);
  }
}

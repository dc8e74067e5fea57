import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** The county's contest: editions, candidates with their figures, what is said of them, objections and their answers. */
export class Contests1764300000150 implements MigrationInterface {
  readonly name = 'Contests1764300000150';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'contest',
      {
        id: 'id',
        gridId: 'int',
        edition: 'int',
        fromDay: 'text',
        untilDay: 'text',
        quotas: 'text',
        version: 'text',
        state: 'text',
        run: 'int',
        openedById: 'int',
        openedAt: 'big',
        scoredAt: 'big?',
        publishedAt: 'big?',
        objectionsUntil: 'big?',
        finalAt: 'big?',
        digest: 'text?',
      },
      { unique: [['edition']] },
    );
    await createTable(
      runner,
      'contest_candidate',
      {
        id: 'id',
        gridId: 'int',
        edition: 'int',
        list: 'text',
        memberId: 'int?',
        households: 'int',
        figures: 'text',
        ratings: 'int',
        punctual: 'text',
        missingVouchers: 'int',
        run: 'int',
        at: 'big',
      },
      { indexed: [['edition', 'gridId']] },
    );
    await createTable(
      runner,
      'contest_mark',
      {
        id: 'id',
        gridId: 'int',
        edition: 'int',
        candidate: 'int',
        kind: 'text',
        points: 'int?',
        reason: 'text?',
        byId: 'int',
        at: 'big',
      },
      { indexed: [['edition']] },
    );
    await createTable(
      runner,
      'contest_objection',
      {
        id: 'id',
        gridId: 'int',
        edition: 'int',
        candidate: 'int?',
        text: 'text',
        memberId: 'int',
        at: 'big',
        dueAt: 'big',
      },
      { indexed: [['edition']] },
    );
    await createTable(
      runner,
      'contest_answer',
      {
        id: 'id',
        gridId: 'int',
        edition: 'int',
        objection: 'int',
        text: 'text',
        upheld: 'int',
        answeredById: 'int',
        at: 'big',
      },
      { unique: [['objection']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['contest_answer', 'contest_objection', 'contest_mark', 'contest_candidate', 'contest'])
      await runner.dropTable(table);
  }
}

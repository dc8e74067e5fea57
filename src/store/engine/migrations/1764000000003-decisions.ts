import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { createTable } from './table.js';

/** Decisions that stand up in court: objections, paper ballots, mandates, deliveries, adopted rules, meetings, evidence. */
export class Decisions1764000000003 implements MigrationInterface {
  readonly name = 'Decisions1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'project', { track: 'text', matter: 'text', scope: 'text' });
    await addColumns(runner, 'poll', {
      scope: 'text',
      many: 'integer',
      extendedFrom: 'bigint',
      adopted: 'text',
      recordMode: 'text',
      reviewEndsAt: 'bigint',
    });
    await addColumns(runner, 'ballot', { channel: 'text', paperId: 'integer', receipt: 'text' });
    await createTable(
      runner,
      'evidence',
      {
        id: 'id',
        gridId: 'int',
        digest: 'text',
        type: 'text',
        base64: 'text',
        by: 'text',
        at: 'big',
        usedFor: 'text?',
      },
      {
        indexed: [
          ['gridId', 'by', 'at'],
          ['gridId', 'digest'],
        ],
      },
    );
    await createTable(
      runner,
      'objection',
      {
        id: 'id',
        gridId: 'int',
        projectId: 'int',
        no: 'int',
        about: 'text',
        text: 'text',
        memberId: 'int',
        at: 'big',
        dueAt: 'big',
        answer: 'text?',
        answeredById: 'int?',
        answeredAt: 'big?',
        upheld: 'int?',
      },
      { unique: [['projectId', 'no']] },
    );
    await createTable(
      runner,
      'paper_ballot',
      {
        id: 'id',
        gridId: 'int',
        pollId: 'int',
        householdId: 'int',
        choice: 'text',
        photo: 'text',
        enteredById: 'int',
        enteredAt: 'big',
        state: 'text',
        checkedById: 'int?',
        checkedAt: 'big?',
      },
      { indexed: [['pollId', 'householdId']] },
    );
    await createTable(
      runner,
      'mandate',
      {
        id: 'id',
        gridId: 'int',
        pollId: 'int',
        householdId: 'int',
        kind: 'text',
        memberId: 'int',
        photo: 'text',
        enteredById: 'int',
        enteredAt: 'big',
        state: 'text',
        checkedById: 'int?',
        checkedAt: 'big?',
      },
      { indexed: [['pollId', 'householdId']] },
    );
    await createTable(
      runner,
      'delivery',
      {
        id: 'id',
        gridId: 'int',
        pollId: 'int',
        householdId: 'int',
        method: 'text',
        byId: 'int',
        at: 'big',
        photo: 'text?',
      },
      { indexed: [['pollId']] },
    );
    await createTable(
      runner,
      'adopted_rule',
      { id: 'id', gridId: 'int', silence: 'text', recordMode: 'text', text: 'text', at: 'big' },
      { indexed: [['gridId']] },
    );
    await createTable(
      runner,
      'meeting',
      {
        id: 'id',
        gridId: 'int',
        no: 'int',
        projectId: 'int?',
        agenda: 'text',
        place: 'text?',
        startsAt: 'big',
        calledById: 'int',
        calledAt: 'big',
        minutes: 'text?',
        minutesById: 'int?',
        minutesAt: 'big?',
        photos: 'text?',
      },
      {
        indexed: [
          ['gridId', 'no'],
          ['gridId', 'startsAt'],
        ],
      },
    );
    await createTable(
      runner,
      'attendance',
      { id: 'id', gridId: 'int', meetingId: 'int', householdId: 'int', memberId: 'int?', how: 'text', at: 'big' },
      { unique: [['meetingId', 'householdId']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'attendance',
      'meeting',
      'adopted_rule',
      'delivery',
      'mandate',
      'paper_ballot',
      'objection',
      'evidence',
    ])
      await runner.dropTable(table);
    for (const column of ['channel', 'paperId', 'receipt']) await runner.dropColumn('ballot', column);
    for (const column of ['scope', 'many', 'extendedFrom', 'adopted', 'recordMode', 'reviewEndsAt'])
      await runner.dropColumn('poll', column);
    for (const column of ['track', 'matter', 'scope']) await runner.dropColumn('project', column);
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

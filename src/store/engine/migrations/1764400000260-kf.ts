import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** 微信客服: what was fetched, what was answered, and how much may still be said. */
export class Kf1764400000260 implements MigrationInterface {
  readonly name = 'Kf1764400000260';

  async up(runner: QueryRunner): Promise<void> {
    const account = { openKfId: 'text', cursor: 'text?', openedAt: 'big', bellAt: 'big?', bellToken: 'text?' } as const;
    await createTable(runner, 'kf_account', account, { keyed: 'openKfId' });
    const whose = { id: 'id', openKfId: 'text', external: 'text' } as const;
    await createTable(
      runner,
      'kf_message',
      { ...whose, msgid: 'text', sentAt: 'big', content: 'text?', state: 'text', why: 'text?' },
      { unique: [['openKfId', 'msgid']], indexed: [['openKfId', 'state']] },
    );
    await createTable(
      runner,
      'kf_answer',
      {
        ...whose,
        inbound: 'text',
        part: 'int',
        sendId: 'text',
        content: 'text?',
        welcomeCode: 'text?',
        state: 'text',
        attempts: 'int',
        errcode: 'int?',
        dueAt: 'big',
      },
      { unique: [['openKfId', 'inbound', 'part']], indexed: [['openKfId', 'external', 'state'], ['sendId']] },
    );
    await createTable(
      runner,
      'kf_customer',
      { ...whose, saidAt: 'big', used: 'int', takenAt: 'big?' },
      { unique: [['openKfId', 'external']] },
    );
    await createTable(
      runner,
      'kf_row',
      {
        id: 'id',
        key: 'text',
        external: 'text',
        card: 'text',
        press: 'text',
        tappedBy: 'text?',
        tappedAt: 'big?',
        madeAt: 'big',
      },
      { unique: [['key']], indexed: [['card']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['kf_row', 'kf_customer', 'kf_answer', 'kf_message', 'kf_account'])
      await runner.dropTable(table);
  }
}

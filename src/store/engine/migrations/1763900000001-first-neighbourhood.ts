import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** Everything that one whole project needs, from the first word to the archive. */
export class FirstNeighbourhood1763900000001 implements MigrationInterface {
  readonly name = 'FirstNeighbourhood1763900000001';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'grid',
      {
        id: 'id',
        code: 'text',
        name: 'text',
        community: 'text',
        webhookKey: 'text?',
        bindCode: 'text?',
        nextNo: 'int',
        createdAt: 'big',
      },
      { unique: [['code']] },
    );
    await createTable(
      runner,
      'group_chat',
      { id: 'id', gridId: 'int', chatId: 'text', boundAt: 'big' },
      { unique: [['chatId']] },
    );
    await createTable(
      runner,
      'household',
      {
        id: 'id',
        gridId: 'int',
        building: 'int',
        unit: 'int',
        room: 'text',
        areaCentiM2: 'int',
        owners: 'text',
        userids: 'text',
        phone: 'text?',
      },
      { unique: [['gridId', 'building', 'unit', 'room']] },
    );
    await createTable(
      runner,
      'member',
      {
        id: 'id',
        gridId: 'int',
        userid: 'text',
        name: 'text',
        householdId: 'int?',
        askedHouseholdId: 'int?',
        boundAt: 'big?',
      },
      { unique: [['gridId', 'userid']], indexed: [['userid'], ['householdId']] },
    );
    await createTable(
      runner,
      'role',
      { id: 'id', gridId: 'int', userid: 'text', role: 'text', building: 'int?', givenAt: 'big' },
      { indexed: [['gridId', 'userid']] },
    );
    await createTable(
      runner,
      'project',
      {
        id: 'id',
        gridId: 'int',
        no: 'int',
        title: 'text',
        place: 'text?',
        proposerId: 'int',
        state: 'text',
        stateSince: 'big',
        fundingClass: 'text?',
        costFen: 'big?',
        budgetFen: 'big?',
        planText: 'text?',
        planVersion: 'int',
        planPublishedAt: 'big?',
        pledgeClosesAt: 'big?',
        percent: 'int',
        acceptedAt: 'big?',
        settledAt: 'big?',
        openedAt: 'big',
      },
      { unique: [['gridId', 'no']] },
    );
    await createTable(
      runner,
      'support',
      { id: 'id', projectId: 'int', householdId: 'int', memberId: 'int', at: 'big' },
      { unique: [['projectId', 'householdId']] },
    );
    await createTable(
      runner,
      'poll',
      {
        id: 'id',
        gridId: 'int',
        no: 'int',
        projectId: 'int?',
        question: 'text',
        options: 'text?',
        track: 'text',
        ruleVersion: 'text',
        householdCount: 'int',
        openedById: 'int',
        opensAt: 'big',
        closesAt: 'big',
        closedAt: 'big?',
        remindedAt: 'big?',
        result: 'text?',
      },
      { indexed: [['gridId', 'no'], ['closedAt', 'closesAt'], ['projectId']] },
    );
    await createTable(
      runner,
      'ballot',
      { id: 'id', pollId: 'int', householdId: 'int', memberId: 'int', choice: 'text', reason: 'text?', castAt: 'big' },
      { indexed: [['pollId', 'householdId']] },
    );
    await createTable(
      runner,
      'ledger_entry',
      {
        id: 'id',
        gridId: 'int',
        no: 'int',
        projectId: 'int',
        kind: 'text',
        postings: 'text',
        why: 'text',
        by: 'text',
        at: 'big',
        householdId: 'int?',
        reversesId: 'int?',
        messageId: 'text?',
      },
      { unique: [['gridId', 'no']], indexed: [['projectId', 'id'], ['householdId']] },
    );
    await createTable(runner, 'balance', { account: 'text', amountFen: 'big' }, { keyed: 'account' });
    await createTable(
      runner,
      'offer',
      {
        id: 'id',
        projectId: 'int',
        householdId: 'int',
        memberId: 'int',
        kind: 'text',
        what: 'text?',
        quantity: 'int?',
        minutes: 'int?',
        at: 'big',
        cancelledAt: 'big?',
      },
      { indexed: [['projectId']] },
    );
    await createTable(
      runner,
      'work_note',
      {
        id: 'id',
        projectId: 'int',
        kind: 'text',
        text: 'text',
        percent: 'int?',
        result: 'text?',
        memberId: 'int',
        at: 'big',
      },
      { indexed: [['projectId', 'id']] },
    );
    await createTable(
      runner,
      'rating',
      { id: 'id', projectId: 'int', householdId: 'int', memberId: 'int', score: 'int', at: 'big' },
      { unique: [['projectId', 'householdId']] },
    );
    await createTable(
      runner,
      'point_entry',
      { id: 'id', gridId: 'int', memberId: 'int', behaviour: 'text', points: 'int', about: 'text', at: 'big' },
      { indexed: [['gridId', 'memberId', 'id']] },
    );
    await createTable(
      runner,
      'reward',
      { id: 'id', gridId: 'int', item: 'text', provider: 'text', pricePoints: 'int', stock: 'int', perQuarter: 'int' },
      { unique: [['gridId', 'item']] },
    );
    await createTable(
      runner,
      'redemption',
      {
        id: 'id',
        gridId: 'int',
        rewardId: 'int',
        memberId: 'int',
        householdId: 'int',
        quantity: 'int',
        points: 'int',
        code: 'text',
        at: 'big',
      },
      { unique: [['gridId', 'code']], indexed: [['rewardId', 'householdId']] },
    );
    await createTable(
      runner,
      'disclosure',
      { id: 'id', gridId: 'int', no: 'int', projectId: 'int', kind: 'text', occasion: 'text', text: 'text', at: 'big' },
      {
        unique: [
          ['gridId', 'no'],
          ['projectId', 'kind', 'occasion'],
        ],
      },
    );
    await createTable(
      runner,
      'journal',
      {
        id: 'id',
        gridId: 'int',
        seq: 'int',
        by: 'text',
        deed: 'text',
        at: 'big',
        messageId: 'text?',
        facts: 'text',
        rows: 'text',
        previous: 'text',
        digest: 'text',
      },
      { unique: [['gridId', 'seq']] },
    );
    await createTable(
      runner,
      'callback',
      { messageId: 'text', reply: 'text', at: 'big' },
      { keyed: 'messageId', indexed: [['at']] },
    );
    await createTable(
      runner,
      'question',
      {
        id: 'id',
        gridId: 'int',
        userid: 'text',
        chat: 'text',
        intent: 'text',
        slots: 'text',
        asks: 'text',
        askedAt: 'big',
      },
      { unique: [['gridId', 'userid', 'chat']] },
    );
    await createTable(
      runner,
      'post',
      {
        id: 'id',
        gridId: 'int',
        userid: 'text?',
        content: 'text',
        state: 'text',
        dueAt: 'big',
        attempts: 'int',
        errcode: 'int?',
        sentAt: 'big?',
      },
      {
        indexed: [
          ['state', 'dueAt'],
          ['gridId', 'state', 'userid'],
        ],
      },
    );
  }

  async down(): Promise<void> {
    throw new Error('the record is never taken back; restore a backup instead');
  }
}

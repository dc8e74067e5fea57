import { expect, onTestFinished, test } from 'vitest';
import { ownTables } from '../../../src/store/people/own-rows.js';
import { aStore } from '../../support/store.js';

/** Columns that point at things, not at people. */
const things = [
  'projectId',
  'sessionId',
  'pollId',
  'meetingId',
  'rewardId',
  'reversesId',
  'gridId',
  'messageId',
  'paperId',
  'chatId',
  'successorId',
  'spaceId',
  'agreementId',
  'openKfId',
  'sendId',
  'reportId',
  'corpId',
  'taskId',
  'benefitId',
  'configId',
  'templateId',
];

/** Columns that point at people and are told elsewhere in the file, or are kept under no member. */
const elsewhere: Readonly<Record<string, string>> = {
  'member.userid': 'the member itself heads the file',
  'member.householdId': 'the household stands in the file',
  'member.askedHouseholdId': 'asked for, not yet the member’s',
  'stoppage.by': 'a decision or the team, no person',
  'household.userids': 'the household stands in the file',
  'kf_row.tappedBy': 'a message, no person',
};

test('every column of the record that points at a member or a household is in the file of 我的数据', async () => {
  const store = await aStore();
  onTestFinished(() => store.dataSource.destroy());

  const forgotten = store.dataSource.entityMetadatas.flatMap(({ target, tableName, columns }) => {
    const known = ownTables.find(({ table }) => table === target);
    const told = [...(known?.own ?? []), ...(known?.did ?? [])];
    return columns
      .map(({ propertyName }) => propertyName)
      .filter(name => /Id$|^userids?$|^by$|By$|^approvals$|^members?$|^people$/.test(name) && !things.includes(name))
      .filter(name => !told.includes(name) && !(`${tableName}.${name}` in elsewhere))
      .map(name => `${tableName}.${name}`);
  });

  expect(forgotten).toEqual([]);
});

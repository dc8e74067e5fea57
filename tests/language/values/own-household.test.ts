import { expect, test } from 'vitest';
import { readHousehold, readOwnHousehold } from '../../../src/language/values/people/household.js';
import { createUnderstanding } from '../../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../../src/process/registry.js';

const understand = createUnderstanding(phrasesOf(await loadIntents()));
const now = new Date('2026-03-02T10:00:00+08:00');
const home = { building: 3, unit: 2, room: '301' };

test.each([
  ['我是3号楼2单元301的，楼上401那家老漏水到我家', home],
  ['楼上3号楼2单元401老漏水，我住3号楼2单元301', home],
  ['我家是3号楼2单元301，隔壁302天天吵', home],
  ['我住3号楼2单元301', home],
  ['3号楼2单元301', home],
  ['3号楼，2单元，301', home],
  ['二单元，三楼，301，楼上401那家老漏水到我家', { unit: 2, room: '301' }],
  ['楼上401那家老漏水', null],
  ['我家3号楼2单元301，楼下201老说我漏水', home],
  ['楼上401漏水，我是3号楼2单元301的王建军', home],
  ['我是3号楼2单元301，我妈住5号楼1单元102', home],
  ['我妈住3号楼2单元301', null],
  ['3号楼儿单元301', home],
])('the speaker lives where 我是 or 我住 says: %s', (text, place) => {
  const { name: _, ...found } = readOwnHousehold(text) ?? {};
  expect(found).toEqual(place ?? {});
});

test.each([
  ['俺是3号楼二单元301的，对门302装修太吵', undefined],
  ['楼上401漏水，我是3号楼2单元301的王建军', '王建军'],
])('what is complained of is no name: %s', (text, name) => {
  expect(understand(text, now, { openPolls: [], openPledges: [] }).slots['name']).toBe(name);
});

test('a room is no sum of money', () => {
  const { slots } = understand('我家3号楼2单元301，楼下201老说我漏水', now, { openPolls: [], openPledges: [] });
  expect(slots['amount']).toBeUndefined();
});

test('how a sign is written is no room', () => {
  expect(readHousehold('桂花的桂兰花的兰二单元一二三的二')?.room).toBeUndefined();
});

test('a binding is asked for at the own address, whoever is complained of beside it', () => {
  const { intent, slots } = understand('我是3号楼2单元301的王建军，楼上401那家老漏水到我家', now, {
    openPolls: [],
    openPledges: [],
  });

  expect(intent).toBe('member.bind');
  expect(slots).toEqual({ ...home, name: '王建军' });
});

test.each(['买了三箱瓷砖，用掉一箱还剩两箱，给15号贴墙用吧', '三箱瓷砖用了一箱，剩下两箱捐15号'])(
  'what is left is what is given: %s',
  text => {
    const { intent, slots } = understand(text, now, { openPolls: [], openPledges: [] });

    expect(intent).toBe('pledge.goods');
    expect(slots).toMatchObject({ item: '瓷砖', quantity: 2, no: 15 });
  },
);

import { expect, test } from 'vitest';
import { Ballot } from '../../../src/store/ballot/ballot.js';
import { LedgerEntry } from '../../../src/store/funds/ledger-entry.js';
import { twoOfEach } from '../../support/two-of-each.js';

const inPrivate = { chat: 'single' } as const;

test.each([
  ['路灯我出200，刷楼道先别投', '3号'],
  ['路灯我出200，楼道的票先等等', '3号'],
  ['飞线的票先不投，路灯我出200', '4号'],
  ['1号我出200，3号我没想好', '3号'],
  ['1号我出200，3号再考虑考虑', '3号'],
  ['1号我出200，至于3号回头再说吧', '3号'],
  ['3号先放着，1号我出200', '3号'],
])('“%s”: the promise is made, and what is put off is said back', async (words, left) => {
  const grid = await twoOfEach();

  const answer = await grid.resident(20).says(words, inPrivate);
  await grid.resident(20).says('是', inPrivate);

  expect(answer).toContain(`${left}这次没有记`);
  const [entry, ...others] = await grid.store.dataSource.manager.findBy(LedgerEntry, { kind: 'pledge' });
  expect(others).toEqual([]);
  expect(entry?.postings[0]?.amountFen).toBe(20_000);
  expect(await grid.store.dataSource.manager.count(Ballot)).toBe(0);
});

test('of a vote beside it the sum is put off', async () => {
  const grid = await twoOfEach();

  expect(await grid.resident(20).says('飞线同意，路灯的钱回头再说', inPrivate)).toContain('1号这次没有记');
  await grid.resident(20).says('是', inPrivate);

  expect((await grid.store.dataSource.manager.find(Ballot)).map(({ choice }) => choice)).toEqual(['agree']);
});

test.each(['1号我出200，3号同意', '1号我出200，3号别人都投了'])('“%s” puts nothing off', async words => {
  const grid = await twoOfEach();

  expect(await grid.resident(20).says(words, inPrivate)).not.toContain('这次没有记');
});

test.each([
  '不用管了',
  '不用管它了',
  '算了不弄了',
  '先放着吧',
  '放一放',
  '那就先搁着吧',
  '别管了',
  '不管了',
  '算了，不折腾了',
  '不搞了',
])('“%s” drops what was asked', async words => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  for (const [asking, answer] of [
    ['1号我出两三百吧', '说一个准数'],
    ['2号算我一份', '怎么参加'],
    ['我想提个提案', '什么事'],
    ['2号我出五百吧？', '吗'],
  ] as const) {
    expect(await person.says(asking, inPrivate)).toContain(answer);
    expect(await person.says(words, inPrivate), asking).toMatch(/没有/u);
    expect(await person.says('对', inPrivate)).not.toContain('已记');
  }
  expect(await grid.store.dataSource.manager.countBy(LedgerEntry, { kind: 'pledge' })).toBe(0);
});

test.each(['不用管道，用软管', '放着一堆砖没人管', '别管闲事的牌子掉了'])(
  '“%s” is an answer in words and drops nothing',
  async words => {
    const grid = await twoOfEach();
    await grid.resident(20).says('我想提个提案', inPrivate);

    expect(await grid.resident(20).says(words, inPrivate)).not.toContain('好的，没有记');
  },
);

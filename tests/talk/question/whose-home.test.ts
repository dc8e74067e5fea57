import { expect, test } from 'vitest';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const round = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '单元门口坡道扶手', state: 'pledging', budgetFen: 1_180_000 });
  return grid;
});

async function said(...words: readonly string[]): Promise<{ answers: string[]; deeds: string[] }> {
  const grid = await round();
  const person = grid.resident(20);
  const answers: string[] = [];
  for (const each of words) answers.push(await person.says(each, { chat: 'single' }));
  return { answers, deeds: (await grid.journal()).filter(deed => deed.startsWith('pledge')) };
}

const asked = [
  '我妈不大会用手机，坡道扶手那个她也想出点钱',
  '坡道的事俺爹也想出点，他不会弄手机',
  '我闺女也想给坡道出点钱',
];

test.each(asked)('“%s” asks whose home it is', async words => {
  expect((await said(words)).answers[0]).toContain('哪一户');
});

test.each([
  ['出一百', '她住2号楼3单元501'],
  ['一百', '2号楼3单元501'],
  ['她说出一百块', '就是2号楼3单元501那户'],
  ['2号楼3单元501', '一百'],
  ['她住2号楼3单元501，出一百'],
  ['出五十', '不对，是一百', '她家是2号楼3单元501'],
  ['出五十', '那出一百吧', '2号楼3单元501的'],
])('to it %s, %s, %s belong to that home, and are read back once it is known', async (...words) => {
  for (const first of asked) {
    const { answers, deeds } = await said(first, ...words);

    expect(answers.at(-1)).toContain('替2号楼3单元501给1号「单元门口坡道扶手」认捐100元吗');
    expect(deeds).toEqual([]);
  }
});

test.each([
  '不是2号楼3单元501',
  '反正不是2号楼3单元501那家',
  '2号楼3单元501不出了',
  '2号楼3单元501那家也不出',
  '2号楼3单元501漏水了',
  '好像是2号楼3单元501',
  '她不住2号楼3单元501',
])('“%s” says of no home that it is for that one', async words => {
  const { answers, deeds } = await said(asked[0] ?? '', '一百', words);

  expect(answers.at(-1)).not.toContain('替2号楼3单元501');
  expect(deeds).toEqual([]);
});

test.each(['2号楼3单元501，不是我家', '就是2号楼3单元501，没错'])('“%s” says of one that it is', async words => {
  expect((await said(asked[0] ?? '', '一百', words)).answers.at(-1)).toContain('替2号楼3单元501');
});

test.each([
  ['出一百'],
  ['一百'],
  ['我出一百'],
  ['就一百吧', '是'],
  ['出一百', '不对，两百', '是'],
  ['出一百', '她那边会知道吧', '是'],
])('%s, %s, %s without the home promise nothing for any', async (...words) => {
  for (const first of asked) expect((await said(first, ...words)).deeds).toEqual([]);
});

test.each([
  ['出一百', '我家'],
  ['我自己家的', '一百'],
])('%s, %s: of the own home it is read back', async (...words) => {
  const { answers, deeds } = await said(asked[0] ?? '', ...words);

  expect(answers.at(-1)).toContain('您是要给1号「单元门口坡道扶手」认捐100元吗');
  expect(deeds).toEqual([]);
});

test.each(['楼下老李说他家坡道出两百', '老李说他坡道也出点'])(
  'behind “%s” a sum alone is of nobody’s home',
  async words => {
    expect((await said(words, '出一百', '是')).deeds).toEqual([]);
  },
);

test.each([
  '我妈说她不想出钱',
  '我妈出钱不',
  '我妈要是也想出点呢',
  '我妈昨天出了点钱',
  '我爸想出去旅游',
  '我妈也想认识认识大家',
  '我妈想出一趟远门',
  '我儿子说要掏下水道',
])('“%s” asks for no home', async words => {
  expect((await said(words)).answers[0]).not.toContain('哪一户');
});

test('the own promise behind all that is the own', async () => {
  expect((await said(asked[0] ?? '', '取消', '坡道我家出一百')).deeds).toEqual(['pledge.money']);
});

test.each(['我给我妈出一百', '我家给我姥姥出一百', '坡道我给俺爹认一百'])(
  '“%s” is no promise of the own home, and asks whose it is',
  async words => {
    const { answers, deeds } = await said(words);

    expect(answers[0]).toContain('哪一户');
    expect(deeds).toEqual([]);
  },
);

import { expect, test } from 'vitest';
import type { Neighbourhood } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

async function oneLamp(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  await aProject(grid, { title: '路灯改造', state: 'pledging' });
  return grid;
}

async function promised(grid: Neighbourhood): Promise<string[]> {
  return (await grid.journal()).filter(deed => /^(?:pledge|proposal)\./u.test(deed));
}

test.each([
  '算我一份',
  '算我一个',
  '算我上',
  '也算上我家吧',
  '给我也来一份',
  '给我家也整一份',
  '带我一个',
  '我出',
  '我也参加',
  '1号我出点',
  '路灯算我上',
  '路灯给我也来一份',
  '灯算我一份',
  '装灯算我一个',
])('who only says “%s” is asked with what', async words => {
  const grid = await oneLamp();

  expect(await grid.resident(20).says(words, inPrivate)).toContain('1号「路灯改造」想怎么参加');
  expect(await promised(grid)).toEqual([]);
});

test.each([
  ['一百', '给1号认捐100元', ''],
  ['出50块', '给1号认捐50元', ''],
  ['出钱', '多少钱', ''],
  ['半天', '给1号「路灯改造」出工4小时吗', '是'],
  ['出半天工', '给1号「路灯改造」出工4小时吗', '是'],
  ['出工', '给1号「路灯改造」出工吗', '是'],
  ['两袋水泥', '捐2份水泥吗', '是'],
  ['我捐三箱水', '捐3份水吗', '是'],
  ['不用管了', '好的，没有记', '是'],
  ['再想想', '没有记', '是'],
])('to that “%s” is answered “%s”', async (words, answer, yes) => {
  const grid = await oneLamp();
  const person = grid.resident(20);
  await person.says('算我一份', inPrivate);

  expect(await person.says(words, inPrivate)).toContain(answer);
  const after = yes === '' ? '' : await person.says(yes, inPrivate);
  expect(after.includes('已记下') || !answer.endsWith('吗')).toBe(true);
});

test.each(['打牌算我一个', '吃饭算我一份', '老王说算他一个', '别算我一份', '算我一个吗？', '要是便宜就算我一份'])(
  '“%s” takes part in nothing',
  async words => {
    const grid = await oneLamp();

    expect(await grid.resident(20).says(words, inPrivate)).not.toContain('怎么参加');
    expect(await promised(grid)).toEqual([]);
  },
);

test('of a matter that wants seconding it is a second, and is read back', async () => {
  const grid = await oneLamp();
  await grid.resident(21).says('提案：3号楼后面修个晾衣架');

  expect(await grid.resident(20).says('2号算我一个', inPrivate)).toContain('附议2号');
  expect(await promised(grid)).toEqual(['proposal.open']);
});

test.each([
  '路灯的钱我包了',
  '路灯剩下的我包了',
  '1号差多少我都包了',
  '1号的缺口我家兜底',
  '路灯不够的我补上',
  '路灯剩下的钱我全出',
  '路灯还差多少我来补齐',
])('“%s” takes what is left: how much that is is said, and the sum is asked', async words => {
  const grid = await twoOfEach();

  expect(await grid.resident(20).says(words, inPrivate)).toContain('1号「装路灯」还差3,000元。您家要认捐多少');
  expect(await promised(grid)).toEqual([]);
  expect(await grid.resident(20).says('3000', inPrivate)).toContain('给1号认捐3,000元');
});

test('without a name it is the only one that collects', async () => {
  const grid = await oneLamp();

  for (const words of ['差多少我补上', '剩下的钱我全包了', '缺口我兜了']) {
    expect(await grid.resident(20).says(words, inPrivate), words).toContain('1号「路灯改造」还差3,000元');
    await grid.resident(20).says('算了', inPrivate);
  }
  expect(await promised(grid)).toEqual([]);
});

test.each([
  '饭钱我包了',
  '老王说剩下的他包了',
  '要是不够我就补上',
  '差多少我补上行吗？',
  '缺的送货单我补上',
  '去年差的钱我补过',
])('“%s” promises nothing', async words => {
  const grid = await oneLamp();

  expect(await grid.resident(20).says(words, inPrivate)).not.toContain('您家要认捐多少');
  expect(await promised(grid)).toEqual([]);
});

test.each([
  '我自己出200块钱买了个路灯挂自家门口了',
  '我自己掏钱装了个路灯',
  '俺自己花100块修了自家门口的灯',
  '我出200买了个灯装我家门口了',
  '自费300换了自己家门口的灯',
])('“%s” tells of the own door: nothing is promised, and nothing is asked', async words => {
  const grid = await oneLamp();
  const person = grid.resident(20);

  const answer = await person.says(words, inPrivate);
  expect(answer).not.toMatch(/吗？|认捐/u);
  await person.says('是', inPrivate);
  expect(await promised(grid)).toEqual([]);
});

test.each(['我家门口的灯修好了，1号我出100', '1号我自己出100', '门口灯我自己修了，1号我再出100'])(
  '“%s” promises 100 yuan all the same',
  async words => {
    const grid = await oneLamp();
    const person = grid.resident(20);
    const answer = await person.says(words, inPrivate);

    expect(answer.includes('回复“是”') ? await person.says('是', inPrivate) : answer).toContain('认捐100元');
  },
);

test('a thing in one sign may be there already', async () => {
  const grid = await oneLamp();

  for (const words of ['装灯', '想装个灯']) {
    expect(await grid.resident(20).says(words, inPrivate), words).toContain('这和1号「路灯改造」很像');
    await grid.resident(20).says('不是', inPrivate);
  }
  expect(await promised(grid)).toEqual([]);
  expect(await grid.resident(20).says('修门', inPrivate)).not.toContain('很像');
});

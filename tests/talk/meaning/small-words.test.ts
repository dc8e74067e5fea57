import { expect, test } from 'vitest';
import { courtesyWords } from '../../../src/talk/meaning/small-words.js';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';

test.each([
  '大家早上好呀',
  '各位邻居下午好',
  '行，知道了',
  '好的，这样我就放心了。',
  '明白了明白了',
  '哈哈哈哈',
  '嘿嘿😄',
  '👍👍',
  '挺好，真方便',
  '拜拜，明天见',
  '收到',
])('“%s” is courtesy and hears one short line', words => {
  expect(courtesyWords(words)?.length).toBeLessThan(50);
});

test.each([
  '3号同意',
  '好的，我出200',
  '知道谁投的吗',
  '早上停水了',
  '行，给我记上',
  '哈哈，路灯我出一百',
  '不错的话我附议',
  '',
  '？？',
])('“%s” is none', words => {
  expect(courtesyWords(words)).toBeNull();
});

/** 1号 装路灯 and 2号 修台阶 collect, 3号 刷楼道 and 4号 清飞线 are voted on. */
const matters = playedOnce(() => twoOfEach());

test.each<readonly [string, RegExp]>([
  ['路灯出不出钱我再考虑考虑', /不急.*1号.*出不出都由您/u],
  ['刷楼道这个票我先不投等儿子回来商量', /不急.*3号.*3月28日/u],
  ['我媳妇说飞线她想投反对，我还没想好', /不急.*4号.*一户一票/u],
  ['台阶那个我得跟老伴合计合计再说', /不急|好的，没有/u],
  ['我家没孩子就先看看', /不急/u],
  ['拿不定主意', /不急/u],
])('who takes the time over “%s” is not pressed', async (words, answer) => {
  const grid = await matters();
  const before = (await grid.journal()).filter(deed => /^(?:poll\.vote|pledge)/u.test(deed));

  expect(await grid.resident(20).says(words)).toMatch(answer);

  expect((await grid.journal()).filter(deed => /^(?:poll\.vote|pledge)/u.test(deed))).toEqual(before);
});

test.each(['飞线反对，跟老伴商量过了', '飞线我家反对吧，跟儿子合计好了'])(
  '“%s” is a vote, and is not put off',
  async words => {
    const grid = await matters();
    expect(await grid.resident(20).says(words)).not.toContain('不急');
  },
);

test('courtesy behind words that were not understood does not hide that nothing was recorded', async () => {
  const grid = await aNeighbourhood();
  const speaker = grid.resident(20);
  await speaker.says('菜市场的鸡蛋今天四块五一斤');

  expect(await speaker.says('好的，知道了')).toContain('没有记任何东西');
});

test.each(['你是机器人还是真人', '对面是真人吗', '你是人还是机器'])('“%s” hears that it is a robot', async words => {
  const grid = await matters();
  expect(await grid.resident(20).says(words)).toContain('我是机器人');
});

test.each([
  ['吃了没', '您好，我在'],
  ['吃饭了吗？', '您好，我在'],
  ['今天几号', '今天是3月'],
  ['今天星期几啊？', '今天是3月'],
])('“%s” is no question about a matter: %s', async (words, answer) => {
  const grid = await matters();
  expect(await grid.resident(20).says(words)).toContain(answer);
});

test.each(['积分还得天天打卡，太麻烦了', '这也太麻烦了'])('“%s” is no thanks', async words => {
  const grid = await matters();
  expect(await grid.resident(20).says(words)).not.toContain('不客气');
});

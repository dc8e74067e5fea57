import { expect, test } from 'vitest';
import { twoOfEach } from '../../support/two-of-each.js';

const single = { chat: 'single' } as const;

test.each([
  ['台阶那个', '出半天工吧', '2号'],
  ['台阶还差多少钱', '那我出一百', '2号'],
  ['2号进度', '我出100元', '2号'],
  ['清飞线什么时候截止', '同意', '4号'],
])('behind “%s” the deed “%s” is read back for that matter', async (asked, words, expected) => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await person.says(asked, single);

  expect(await person.says(words, single)).toMatch(new RegExp(`您是要给?${expected}[^]*吗`, 'u'));
});

test.each([
  ['1号我出200元', '我再出半天工', '2号'],
  ['3号同意', '4号那个呢我反对', '3号'],
])('behind “%s” the deed “%s” is not done for %s', async (deed, words, other) => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await person.says(deed, single);

  expect(await person.says(words, single)).not.toContain(`给${other}`);
});

test('the same deed once more asks for which it is meant', async () => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await person.says('1号我出半天工', single);
  const before = (await grid.journal()).length;

  await person.says('出半天工吧', single);
  expect(await grid.journal()).toHaveLength(before);
});

import { expect, test } from 'vitest';
import type { Neighbourhood } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';

const binding = /^(?:pledge|poll\.vote|proposal|inspection|project|funds)/u;

async function deeds(grid: Neighbourhood): Promise<string[]> {
  return (await grid.journal()).filter(deed => binding.test(deed) && deed !== 'poll.open');
}

test.each([
  ['我出200元', '2号收支'],
  ['我出200元', '3号是啥'],
  ['同意', '看看4号方案'],
  ['同意', '4号进度'],
  ['同意', '谢谢'],
  ['同意', '老王在吗'],
  ['我捐两袋水泥', '等会儿再说'],
  ['我想提个提案', '取消'],
  ['我想提个提案', '算了'],
  ['我想提个提案', '等会儿再说'],
  ['我想提个提案', '谢谢'],
  ['我想提个提案', '老王在吗'],
])('“%s”, then “%s”: nothing is done', async (first, second) => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);

  expect(await resident.says(first)).toMatch(/[？?]|几号/u);
  await resident.says(second);

  expect(await deeds(grid)).toEqual([]);
});

test('a number answers the question for the number, and nothing else does', async () => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);

  await resident.says('我出200元');
  expect(await resident.says('那个')).toContain('请问是几号');
  expect(await resident.says('2号')).toContain('2号认捐200元');
  expect(await deeds(grid)).toEqual(['pledge.money']);
});

test('a new sentence of the same kind stands for itself', async () => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);

  await resident.says('我出50元');
  expect(await resident.says('2号我出100元')).toMatch(/没有记[^]*2号认捐100元/u);
  expect(await resident.says('1号')).not.toContain('50');
  expect(await deeds(grid)).toEqual(['pledge.money']);
});

test('another choice for another number stands for itself', async () => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);

  await resident.says('同意');
  expect(await resident.says('4号反对')).toContain('投了反对');
  expect(await deeds(grid)).toEqual(['poll.vote']);
});

test.each(['200太多了', '上次出了200', '别人都出100'])('“%s” is no sum that was asked for', async words => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);

  expect(await resident.says('2号认捐')).toMatch(/多少/u);
  await resident.says(words);

  expect(await deeds(grid)).toEqual([]);
});

test.each(['我不反对', '老王同意了', '为啥要同意'])('“%s” is no choice that was asked for', async words => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);

  expect(await resident.says('4号我投票')).toMatch(/同意/u);
  await resident.says(words);

  expect(await deeds(grid)).toEqual([]);
});

test.each(['取消', '算了', '不用了', '等一下', '先不说了'])('“%s” drops the question', async words => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);

  await resident.says('我出200元');
  expect(await resident.says(words)).toContain('没有记');
  expect(await resident.says('2号')).not.toContain('认捐200');
  expect(await deeds(grid)).toEqual([]);
});

test('what was read back is corrected before it is confirmed', async () => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);

  await resident.says('2号我考虑出三十元吧？');
  await grid.inUnit(async unit => {
    await unit.questions.ask({
      userid: resident.userid,
      chat: 'single',
      intent: 'pledge.money',
      slots: { no: 2, amount: 3000 },
      asks: 'yes',
      askedAt: grid.now,
    });
  });
  expect(await resident.says('不是，是五十', { chat: 'single' })).toContain('认捐50元吗');
  expect(await resident.says('是', { chat: 'single' })).toContain('2号认捐50元');
});

test.each([
  ['怎么交', '谁是书记'],
  ['交给谁', '项目列表'],
  ['会不会退', '积分是什么'],
])('two questions in between (%s, %s) leave what was read back open, a third lets it go', async (...asked) => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  const readBack = await person.says('1号我出五十吧要不', { chat: 'single' });
  expect(readBack).toContain('回复“是”确认');
  for (const words of asked) expect(await person.says(words, { chat: 'single' })).toContain('认捐50元吗');
  await person.says('是', { chat: 'single' });

  expect(await grid.journal()).toContain('pledge.money');
});

test('what is said in the moment of another deed does not take the place of the question', async () => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await person.says('1号我出100元', { chat: 'single' });
  // The clock of this test stands still.
  expect(await person.says('要不改成五十？', { chat: 'single' })).toContain('50元吗');
  expect(await person.says('交给谁', { chat: 'single' })).toContain('50元吗');
});

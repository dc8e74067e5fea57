import { expect, test } from 'vitest';
import { playedOnce } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';

/** Resident 20 has promised 200 yuan to 1号 装路灯 and 300 to 2号 修台阶. */
const promised = playedOnce(async () => {
  const grid = await twoOfEach();
  for (const said of ['1号我出200元', '2号我出300元']) await grid.resident(20).says(said, { chat: 'single' });
  return grid;
});

test.each([
  ['路灯那二百我不出了行不行', 1],
  ['路灯的两百能退不', 1],
  ['那台阶的三百块 要不算了', 2],
  ['台阶我改成不出', 2],
  ['三百那个作废', 2],
])('“%s” is read back as taking back what was promised to %i号', async (words, no) => {
  const grid = await promised();

  expect(await grid.resident(20).says(words, { chat: 'single' })).toContain(`撤回${no}号`);
  expect((await grid.journal()).at(-1)).not.toContain('pledge.cancel');
  expect(await grid.resident(20).says('是', { chat: 'single' })).toContain('已撤回');
});

test.each(['老王说他那两百不出了', '路灯那二百我哪能不出', '台阶修好了就算了'])(
  '“%s” takes nothing back',
  async words => {
    const grid = await promised();
    const before = (await grid.journal()).length;

    expect(await grid.resident(20).says(words, { chat: 'single' })).not.toContain('撤回');
    expect(await grid.journal()).toHaveLength(before);
  },
);

test.each([
  ['那就撤了', '已撤回'],
  ['撤吧', '已撤回'],
  ['先别撤', '没有撤回'],
  ['不撤了', '没有撤回'],
])('to the question whether it is taken back “%s” says its own word: %s', async (words, answer) => {
  const grid = await promised();

  await grid.resident(20).says('路灯那二百我不出了行不行', { chat: 'single' });
  expect(await grid.resident(20).says(words, { chat: 'single' })).toContain(answer);
});

test.each(['我不想捐了 退了吧', '不出了，给我退了吧', '俺不认了 撤回吧'])(
  '“%s” takes the only promise back',
  async words => {
    const grid = await twoOfEach();
    const giver = grid.resident(20);
    await giver.says('1号我出200元', { chat: 'single' });

    expect(await giver.says(words, { chat: 'single' })).toContain('1号');
    if (giver.last.answers) await giver.says('是', { chat: 'single' });
    expect((await grid.journal()).at(-1)).toBe('pledge.cancel');
  },
);

test('who promised nothing there takes nothing back', async () => {
  const grid = await promised();

  expect(await grid.resident(40).says('路灯那二百我不出了', { chat: 'single' })).not.toContain('您是要撤回');
});

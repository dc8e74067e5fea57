import { expect, test } from 'vitest';
import type { Neighbourhood } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';

async function deeds(grid: Neighbourhood): Promise<string[]> {
  return (await grid.journal()).filter(deed => /^(?:pledge|poll\.vote|proposal)/u.test(deed));
}

test.each<readonly [string, string, string]>([
  ['2号我出200元', '我也一样', '给2号「修台阶」认捐200元'],
  ['2号我出200元', '我也是', '给2号「修台阶」认捐200元'],
  ['2号我出200元', '同上', '给2号「修台阶」认捐200元'],
  ['2号我出200元', '俺家也一样哈', '给2号「修台阶」认捐200元'],
  ['2号我出200元', '2号我也一样', '给2号「修台阶」认捐200元'],
  ['2号我出200元', '台阶那个我也一样', '给2号「修台阶」认捐200元'],
  ['2号我出200元', '我也出这么多', '给2号「修台阶」认捐200元'],
  ['2号我出200元', '跟楼上一样', '给2号「修台阶」认捐200元'],
  ['2号我出200元', '+1', '给2号「修台阶」认捐200元'],
  ['2号我出半天工', '我也是', '给2号「修台阶」出工4小时'],
  ['2号我捐三袋水泥', '我也一样', '给2号「修台阶」捐3份水泥'],
  ['4号反对', '我也是', '给4号「清飞线」投“反对”'],
  ['4号反对', '我也反对', '给4号「清飞线」投“反对”'],
  ['4号同意', '我家也投', '给4号「清飞线」投“同意”'],
  ['4号同意', '对对，我也是', '给4号「清飞线」投“同意”'],
])('behind “%s” of a neighbour “%s” is read back: %s', async (first, words, expected) => {
  const grid = await twoOfEach();
  await grid.resident(21).says(first);
  const before = await deeds(grid);

  expect(await grid.resident(20).says(words)).toContain(expected);
  expect(await deeds(grid)).toEqual(before);

  await grid.resident(20).says('对的');
  expect(await deeds(grid)).toEqual([...before, ...before]);
});

test('the last neighbour who is meant counts: of the number, of the choice, of the name', async () => {
  const grid = await twoOfEach();
  await grid.resident(21).says('1号我出100元');
  await grid.resident(22).says('2号我出300元');

  expect(await grid.resident(20).says('我也一样')).toContain('给2号「修台阶」认捐300元');
  await grid.resident(20).says('不是');
  expect(await grid.resident(20).says('1号我也一样')).toContain('给1号「装路灯」认捐100元');
  await grid.resident(20).says('不是');
  const [surname = ''] = grid.resident(21).name;
  expect(await grid.resident(20).says(`跟老${surname}一样`)).toContain('给1号「装路灯」认捐100元');
});

test.each(['2号我匿名捐200元', '替3号楼1单元102给2号认捐200元'])(
  '“%s” is nobody else’s to repeat, and neither is what was said in private',
  async words => {
    const grid = await twoOfEach();
    await grid.resident(21).says(words);
    await grid.resident(22).says('2号我出500元', { chat: 'single' });

    expect(await grid.resident(20).says('我也一样')).toContain('请说全');
  },
);

test('after ten minutes nobody is repeated, and what was asked for others is no deed', async () => {
  const grid = await twoOfEach();
  await grid.resident(21).says('2号我出200元');
  await grid.until('2026-03-18T09:11:00+08:00');

  expect(await grid.resident(20).says('我也一样')).toContain('请说全');
});

import { expect, test } from 'vitest';
import { isThing } from '../../../src/language/values/thing.js';
import type { Neighbourhood } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';

async function deeds(grid: Neighbourhood): Promise<string[]> {
  return (await grid.journal()).filter(deed => /^(?:pledge|poll\.vote|question)/u.test(deed));
}

test.each(['2号的，没错', '对的，2号', '2号的'])(
  '“%s” is too little to ask what is given: what is said next answers nothing',
  async words => {
    const grid = await twoOfEach();
    const resident = grid.resident(20);

    expect(await resident.says(words)).not.toContain('请问捐什么');
    await resident.says('1号的单子还没打');

    expect(await deeds(grid)).toEqual([]);
  },
);

test.each([
  '1号的单子还没打',
  '吃了没',
  '我没说要捐东西啊',
  '1号的单子明天去打',
  '今天真热',
  '老王也捐了',
  '不知道',
  '东西',
])('“%s” is no thing that is given', async words => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);

  expect(await resident.says('2号我捐点东西')).toContain('请问捐什么东西');
  await resident.says(words);
  await resident.says('是');

  expect(await deeds(grid)).toEqual([]);
});

test('a thing that answers the question is read back, without thanks, before it is recorded', async () => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);

  await resident.says('2号我捐点东西');
  expect(await resident.says('家里的旧沙发，谢谢')).toMatch(/您是要给2号[^谢]*捐[^谢]*旧沙发吗/u);
  expect(await deeds(grid)).toEqual([]);
  expect(await resident.says('是')).toMatch(/已记下您家给2号捐.*旧沙发。/u);
  expect(await deeds(grid)).toEqual(['pledge.goods']);
});

test('我捐东西 does not say what', async () => {
  const grid = await twoOfEach();

  expect(await grid.resident(20).says('我捐东西给2号')).toContain('请问捐什么东西');
  expect(await deeds(grid)).toEqual([]);
});

test.each([
  '两袋水泥',
  '家里的旧沙发',
  '就是那个旧电视柜',
  '一张折叠床',
  '我家有台旧打印机',
  '自己种的菜',
  '馒头100个',
  '水',
])('“%s” names a thing', words => {
  expect(isThing(words)).toBe(true);
});

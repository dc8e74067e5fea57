import { expect, test } from 'vitest';
import type { Neighbourhood } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';

async function deeds(grid: Neighbourhood): Promise<string[]> {
  return (await grid.journal()).filter(deed => /^(?:pledge|poll|proposal)\./u.test(deed));
}

test.each<readonly [string, string, string]>([
  ['2号我出50元', '嗯，五十', '已经记好了：2号您家认捐50元'],
  ['2号我出50元', '对，50块', '已经记好了：2号您家认捐50元'],
  ['2号我出50元', '是的，2号那个', '已经记好了：2号您家认捐50元'],
  ['3号4号都同意', '是的，都同意', '已经记好了：3号您家的票。\n已经记好了：4号'],
  ['3号4号都同意', '对，两个都同意', '已经记好了：3号您家的票。\n已经记好了：4号'],
  ['3号同意', '是，同意', '已经记好了：3号您家的票'],
  ['3号同意', '好了吧', '已经记好了：3号您家的票'],
  ['2号我出200元，再出半天工', '是', '已经记好了：2号您家认捐200元'],
  ['2号我出半天工', '啥时候来？', '请等楼长通知'],
  ['2号我出500元', '名字不会出来吧？', '没有匿名'],
  ['2号我匿名出500元', '我的名字会不会公布吗', '不会'],
  ['2号我匿名出500元', '别人看得到吗', '不会'],
  ['2号我出500元', '能分两次给吗', '可以分几次'],
  ['2号我出500元', '分三期交行不行', '可以分几次'],
  ['2号我出500元', '以后还能改吗', '付款前随时可以改'],
  ['3号同意', '那我要是改主意了咋办', '截止前再说一次就改过来'],
  ['3号同意', '后面反悔了怎么办', '截止前再说一次就改过来'],
])('behind “%s”, “%s” hears: %s', async (first, words, expected) => {
  const grid = await twoOfEach();
  await grid.resident(20).says(first);
  const before = await deeds(grid);

  expect(await grid.resident(20).says(words)).toContain(expected);
  expect(await deeds(grid)).toEqual(before);
});

test('a yes behind what was taken back says that nothing stands, and asks for nothing', async () => {
  const grid = await twoOfEach();
  await grid.resident(20).says('2号我出300元');
  await grid.resident(20).says('刚才那个取消');

  expect(await grid.resident(20).says('是的，2号那个')).toBe('2号您家现在没有认捐。');
});

test.each(['2号我出60元', '不是，2号我出60元', '嗯，六十'])('“%s” behind 50 yuan is no repetition', async words => {
  const grid = await twoOfEach();
  await grid.resident(20).says('2号我出50元');

  expect(await grid.resident(20).says(words)).not.toContain('已经记好了');
});

test.each(['咋投啊', '怎么投票', '我该怎么投呢', '如何投'])(
  'with one vote open “%s” hears its very number',
  async words => {
    const grid = await twoOfEach();
    await grid.resident(20).says('4号什么时候投？');

    expect(await grid.resident(20).says(words)).toMatch(/“4号同意”或“4号反对”或“4号弃权”/u);
  },
);

test.each(['我投了没', '我家投没投', '投上了吗', '我投过没有'])(
  '“%s” with several votes open tells of each whether it is cast, in the group no more',
  async words => {
    const grid = await twoOfEach();
    await grid.resident(20).says('3号反对', { chat: 'single' });
    await grid.until('2026-03-18T09:20:00+08:00');

    const inGroup = await grid.resident(20).says(words);
    expect(inGroup).toMatch(/3号「[^」]+」：投上了。[^]*|4号「[^」]+」：还没投。/u);
    expect(inGroup).not.toContain('反对');
    expect(await grid.resident(20).says(words, { chat: 'single' })).toMatch(/3号[^\n]+反对[^\n]+回执码/u);
  },
);

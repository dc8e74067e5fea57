import { expect, test } from 'vitest';
import type { Neighbourhood } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';

const single = { chat: 'single' } as const;

async function promised(grid: Neighbourhood, no = 1): Promise<number> {
  return grid.inUnit(async unit => {
    const project = await unit.projects.byNo(no);
    const { householdId } = await unit.members.view(grid.resident(20).userid);
    return (await unit.ledger.standingOf(project?.id ?? 0, householdId ?? 0)).promisedFen / 100;
  });
}

test.each([
  ['减半吧', 100],
  ['算了，砍一半', 100],
  ['那就出一半吧', 100],
  ['还是打对折吧', 100],
  ['翻一倍吧', 400],
  ['我妹妹说她不出，那我替她也出点，一共一百五吧', 150],
  ['我家一共就出一百', 100],
  ['少出五十', 150],
])('“%s” behind a promise of 200 yuan is read back as %i', async (words, yuan) => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await person.says('1号我出200元', single);

  await person.says(words, single);
  expect(await promised(grid)).toBe(200);
  await person.says('是', single);
  expect(await promised(grid)).toBe(yuan);
});

test.each(['一半人都没交呢', '一共多少了', '他家一共出五百', '我家一共200', '出半天工也行吧', '要是一共出五百呢'])(
  '“%s” changes no promise',
  async words => {
    const grid = await twoOfEach();
    const person = grid.resident(20);
    await person.says('1号我出200元', single);

    await person.says(words, single);
    expect(await promised(grid)).toBe(200);
  },
);

test('of two promises that of the matter just spoken of is changed', async () => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await person.says('1号我出200元', single);
  await person.says('2号我出100元', single);

  expect(await person.says('减半吧', single)).toContain('2号');
  await person.says('是', single);
  expect([await promised(grid), await promised(grid, 2)]).toEqual([200, 50]);
});

test.each([
  ['3号同意', '算了听他的', '反对', '3号您家投的是反对'],
  ['3号反对', '唉，还是听老伴的吧', '同意', '同意'],
  ['1号我出200元', '行吧听孩子的', '一百', '100元'],
])('“%s”, then “%s”: what is wanted now is asked, and what stands is told', async (deed, words, value, expected) => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await person.says(deed, single);
  const before = (await grid.journal()).length;

  expect(await person.says(words, single)).toMatch(/现在记的是|要改成什么/u);
  expect(await grid.journal()).toHaveLength(before);
  await person.says(value, single);
  await person.says(deed.startsWith('1') ? '1号我出了多少' : '我投了没', single);
  if (deed.startsWith('1')) expect(await promised(grid)).toBe(100);
  else expect((await grid.journal()).filter(one => one === 'poll.vote')).toHaveLength(2);
  expect(expected).not.toBe('');
});

test.each(['听说他们家不同意', '听他们说下周才装', '大家都听书记的安排'])(
  '“%s” behind a vote asks for no other one',
  async words => {
    const grid = await twoOfEach();
    const person = grid.resident(20);
    await person.says('3号同意', single);

    expect(await person.says(words, single)).not.toContain('要改成什么');
  },
);

test.each([
  ['路灯的钱我能不能不出了', true],
  ['2号我出了没', false],
])('“%s” is told that it may be taken back: %s', async (words, isTold) => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await person.says('1号我出200元', single);

  expect((await person.says(words, single)).includes('可以，没交的随时能撤')).toBe(isTold);
  expect(await promised(grid)).toBe(200);
});

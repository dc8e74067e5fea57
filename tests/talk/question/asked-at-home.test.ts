import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

async function putOff(words: string): Promise<{ grid: Neighbourhood; says: (text: string) => Promise<string> }> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  await aProject(grid, { no: 12, title: '装路灯', state: 'pledging' });
  const says = (text: string): Promise<string> => grid.resident(20).says(text, { chat: 'single' });
  await says('12号我出一千块左右');
  expect(await says(words)).toMatch(/没有给12号项目认捐1,000元|没有记/u);
  return { grid, says };
}

test.each<readonly [string, string, string]>([
  ['先别急，我问问老头子', '老头子说行，不过就六百', '600元吗'],
  ['先等等，我跟俺家那口子商量商量再说', '商量完了，他说三百', '300元吗'],
  ['我再想想', '想好了，八百', '800元吗'],
  ['我得问问我老公', '问过了，可以', '1,000元（一千元）吗'],
  ['等我跟家里商量一下', '商量好了', '1,000元（一千元）吗'],
  ['再考虑考虑', '考虑好了，就五百吧', '500元吗'],
])('“%s”, then “%s”: read back again, and done on 是', async (off, words, expected) => {
  const { grid, says } = await putOff(off);

  expect(await says(words)).toContain(expected);
  expect(await grid.journal()).not.toContain('pledge.money');
  await says('是');
  expect(await grid.journal()).toContain('pledge.money');
});

test.each(['今天有二十度', '他说不行', '商量好了，不出了', '隔壁12号楼出了三百', '5号同意', '是', '好的'])(
  '“%s” takes up nothing again',
  async words => {
    const { grid, says } = await putOff('我再想想');

    await says(words);
    await says('是');
    expect(await grid.journal()).not.toContain('pledge.money');
  },
);

import { expect, test } from 'vitest';
import { PledgeNote } from '../../../src/store/pledge/pledge-note.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

test.each(['1号，跟老王一样的数，给我匿名', '1号给我匿名', '1号我也出点，别写名字', '1号我匿名认一份'])(
  '“%s” asks how much and keeps the wish for no name',
  async words => {
    const grid = await aNeighbourhood();
    await aProject(grid, { state: 'pledging' });
    const giver = grid.resident(20);

    expect(await giver.says(words, { chat: 'single' })).toContain('请问是多少钱');
    expect(await giver.says('是，二百', { chat: 'single' })).toContain('不公开您家');
    expect(await grid.store.dataSource.manager.countBy(PledgeNote, { unnamed: 1 })).toBe(1);
  },
);

test('of what was promised before the name alone is taken away', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'pledging' });
  const giver = grid.resident(20);
  await giver.says('1号我出200元', { chat: 'single' });

  expect(await giver.says('1号匿名', { chat: 'single' })).toMatch(/没有变：您家给1号认捐200元.*不公开您家/u);
});

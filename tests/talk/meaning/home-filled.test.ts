import { expect, test } from 'vitest';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, aRoundOf } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

/** Matter 1 is about building 3 alone, matter 2 about all of them. */
const collecting = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
  const round = { ...aRoundOf(300_000, { capFen: 50_000 }), state: 'collecting' as const };
  await aProject(grid, { ...round, title: '门口装道闸', scope: [{ building: '3' }] });
  await aProject(grid, { ...round, title: '院里装秋千' });
  return grid;
});

test.each(['道闸二单元301交钱了，三百整', '1号收到二单元301 300元', '1号2单元301的三百到了'])(
  '“%s”: a home without its building is in the only one that the matter is about, and is read back',
  async words => {
    const grid = await collecting();

    expect(await grid.role('cashier').says(words, inPrivate)).toMatch(/^您是要.*3号楼2单元301交的300元.*吗/u);
  },
);

test.each([
  ['2号收到二单元301 300元', /哪号楼/u],
  ['1号收到9单元301 300元', /301 300元。是哪号楼/u],
  ['1号收到2号楼2单元301 300元', /2号楼2单元301/u],
])('“%s” stays what it says', async (words, expected) => {
  const reply = await (await collecting()).role('cashier').says(words, inPrivate);

  expect(reply).toMatch(expected);
  expect(reply).not.toMatch(/3号楼\d单元301/u);
});

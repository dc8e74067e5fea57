import { expect, test } from 'vitest';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, aRoundOf, unplanned } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

/** 1 in works, 2 and 3 being prepared, 4 in a round. */
const estate = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  await aProject(grid, { title: '1号楼楼道灯换成声控灯', state: 'in_progress', percent: 10 });
  await aProject(grid, { ...unplanned, title: '2号楼单元门换锁' });
  await aProject(grid, { ...unplanned, title: '3号楼前加几根晾衣杆' });
  await aProject(grid, { ...aRoundOf(900_000, { capFen: 90_000 }), title: '屋顶做防水' });
  await grid.resident(20).says('4号我出300元');
  return grid;
});

test.each([
  ['锁那个还缺什么才能公示', /2号[^\n]*方案草稿/u],
  ['单元门换锁那事，要公示还差些啥', /2号「2号楼单元门换锁」的方案：必须定/u],
  ['单元门换锁这事就按家平均摊', /“2号出资办法：按家平均摊”/u],
  ['屋顶筹到几成了', /4号「屋顶做防水」认捐到预算的3%/u],
])('“%s” names a matter in few words, and no number is asked for', async (words, expected) => {
  expect(await (await estate()).role('grid_secretary').says(words, inPrivate)).toMatch(expected);
});

test('an office is asked for no number of the matter that it has just spoken of', async () => {
  const secretary = (await estate()).role('grid_secretary');
  await secretary.says('3号项目', inPrivate);

  expect(await secretary.says('预算改成这样：杆子两千六，安装六百', inPrivate)).toMatch(/“3号预算明细：/u);
});

test('behind a read-back what is asked is of its matter, and it stays open', async () => {
  const leader = (await estate()).role('building_leader');
  expect(await leader.says('咱楼的灯装了差不多一半了，报一下', inPrivate)).toMatch(/^您是要给1号/u);

  expect(await leader.says('啥时候必须弄完来着', inPrivate)).toMatch(/^1号[\s\S]*您是要给1号/u);
});

test.each(['啥时候必须弄完来着', '什么时候完工'])('“%s” asks of the only works there are', async words => {
  expect(await (await estate()).role('grid_secretary').says(words)).not.toContain('请问是几号');
});

test('of several reports the list is shown where one is asked for without its number', async () => {
  const grid = await estate();
  await grid.resident(35).says('报事：2号楼1单元门关不上');
  await grid.resident(40).says('报事：3号楼后面垃圾桶满了没人清');

  expect(await grid.role('property_company').says('那两件报事啥时候之前得回话')).toMatch(/报事1[\s\S]*报事2/u);
});

test.each(['他那个咋样了', '楼那个咋样了', '那个事咋办'])('“%s” names no matter', async words => {
  expect(await (await estate()).role('grid_secretary').says(words)).not.toMatch(/[1-4]号「/u);
});

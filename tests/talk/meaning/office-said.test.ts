import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, unplanned } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

/** 1号 is prepared and has one idea; works go on in 2号. */
const quarter = playedOnce(async (): Promise<Neighbourhood> => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '疏通院里下水道', ...unplanned });
  await grid.resident(20).says('1号建议：厨房加装地漏', inPrivate);
  await aProject(grid, { title: '改造东大门', state: 'in_progress', budgetFen: 1_000_000 });
  return grid;
});

async function answer(role: Parameters<Neighbourhood['role']>[0], words: string): Promise<string> {
  return (await quarter()).role(role).says(words, inPrivate);
}

test.each([
  ['装地漏那个主意不错，写进方案', '1号「疏通院里下水道」建议1答复“采纳'],
  ['地漏的建议加进草稿吧', '建议1答复“采纳'],
  ['地漏的建议就算了，管径太小装不下', '建议1答复“不采纳：管径太小装不下'],
  ['那条建议用不上，厨房没有排水口', '建议1答复“不采纳：厨房没有排水口'],
])('“%s” answers the idea', async (words, said) => {
  expect(await answer('grid_secretary', words)).toContain(said);
});

test.each(['下水道那个，做法是高压冲洗加换两个井，沿路边做', '下水道的做法是高压冲洗加换两个井，沿路边做'])(
  '“%s” is how it is to be done, and no gift',
  async words => {
    expect(await answer('grid_deputy', words)).toContain('做法：高压冲洗加换两个井，沿路边做');
  },
);

test.each([
  ['后天晚上七点，门卫室，大家商量商量下水道', '后天晚上七点'],
  ['星期六早上九点都到凉亭来，说说下水道咋弄', '星期六早上九点'],
  ['明晚七点半门卫室开个会，讨论下水道', '明晚七点半'],
])('“%s” calls a meeting', async (words, when) => {
  const said = await answer('building_leader', words);
  expect(said).toContain('议事会');
  expect(said).toContain(when);
});

test.each(['后天晚上七点商量下水道吗？', '昨天晚上七点大家商量了下水道', '老王说后天晚上七点大家商量下水道'])(
  '“%s” calls none',
  async words => {
    expect(await answer('building_leader', words)).not.toContain('您是要“1号议事会');
  },
);

test.each([
  ['门柱歪了，大后天之前扶正', '门柱歪了'],
  ['砖缝没勾，后天之前给我返了', '砖缝没勾'],
])('“%s” is a fault that is to be mended by a day', async (words, fault) => {
  const said = await answer('supervisor', words);
  expect(said).toContain('限期整改');
  expect(said).toContain(fault);
});

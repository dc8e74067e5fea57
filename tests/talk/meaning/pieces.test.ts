import { expect, test } from 'vitest';
import { Ballot } from '../../../src/store/ballot/ballot.js';
import { LedgerEntry } from '../../../src/store/funds/ledger-entry.js';
import { Milestone } from '../../../src/store/works/milestone.js';
import { Project } from '../../../src/store/proposal/project.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';
import { aProject } from '../../support/works.js';

test.each(['替我妈投一票 她在1号楼1单元202', '帮我岳母投个票', '给我爸投一票吧'])(
  'behind “%s” a bare choice is nobody’s vote',
  async words => {
    const grid = await twoOfEach();
    const resident = grid.resident(20);

    expect(await resident.says(words)).toContain('没有记任何东西');
    await resident.says('4号同意');
    await resident.says('对，给她投的');

    expect(await grid.store.dataSource.manager.count(Ballot)).toBe(0);
    await resident.says('4号我家同意');
    expect(await grid.store.dataSource.manager.count(Ballot)).toBe(1);
  },
);

test('who wants to vote for the own home is told of nobody else', async () => {
  const grid = await twoOfEach();

  for (const words of ['帮我家投票', '给我们投个票', '帮俺投一票'])
    expect(await grid.resident(20).says(words)).not.toContain('别的住户');
});

test.each([
  ['就是咱四号楼前面那块空地', '能不能划几个停车位', '四号楼前面那块空地划几个停车位'],
  ['3号楼东头', '装个路灯吧', '3号楼东头装个路灯'],
  ['小广场那边', '想修一修台阶', '小广场那边修一修台阶'],
])('a matter said in two pieces is one: %s, %s', async (where, what, title) => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00', households: 60 });
  const resident = grid.resident(20);
  await resident.says('我想提个事');
  await resident.says(where);
  expect(await grid.store.dataSource.manager.count(Project)).toBe(0);

  expect(await resident.says(what)).toContain(title);
  await resident.says('对');

  expect((await grid.store.dataSource.manager.find(Project)).map(project => project.title)).toEqual([title]);
});

test('milestones are parted by the blank between them, their day before or behind their name', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00', households: 60 });
  await aProject(grid, { title: '换管道', state: 'in_progress', percent: 0 });
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号工期：4月10号拆旧 4月25号装管', { chat: 'single' });
  await secretary.says('是', { chat: 'single' });

  const found = await grid.store.dataSource.manager.find(Milestone, { order: { id: 'ASC' } });
  expect(found.map(({ name }) => name)).toEqual(['拆旧', '装管']);
});

test.each(['算了听他的 五百', '算了，听孩子的，就五百', '好吧听他的，五百'])(
  'to a read-back of 500 “%s” gives way and says yes',
  async words => {
    const grid = await twoOfEach();
    await grid.resident(20).says('2号我出五百吧？');
    await grid.resident(20).says(words);
    await grid.resident(20).says('是');

    const [entry, ...others] = await grid.store.dataSource.manager.findBy(LedgerEntry, { kind: 'pledge' });
    expect(others).toEqual([]);
    expect(entry?.postings[0]?.amountFen).toBe(50_000);
  },
);

test('算了，不出了 gives nothing', async () => {
  const grid = await twoOfEach();
  await grid.resident(20).says('2号我出五百吧？');
  await grid.resident(20).says('算了听他的，不出了');
  await grid.resident(20).says('是');

  expect(await grid.store.dataSource.manager.countBy(LedgerEntry, { kind: 'pledge' })).toBe(0);
});

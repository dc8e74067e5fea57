import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';
import { Finding } from '../../../src/store/works/finding.js';

/** 1号 is built; of its faults 1 is open and 2 is said to be mended. */
async function works(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  const project = await aProject(grid, { title: '太阳能路灯', state: 'in_progress', percent: 20 });
  await grid.inUnit(async unit => {
    const supervisor = await unit.members.byUserid(grid.role('supervisor').userid);
    const found = { projectId: project.id, dueOn: '2026-03-20', foundById: 1, foundAt: grid.now };
    await unit.supervision.addFinding({ ...found, text: '盖板翘了', state: 'open' });
    await unit.supervision.addFinding({ ...found, text: '焊口渗水', state: 'mended' });
    if (supervisor)
      await unit.supervision.keepTeam({
        gridId: unit.grid.id,
        projectId: project.id,
        memberIds: [supervisor.id],
        setById: supervisor.id,
        setAt: grid.now,
      });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  return grid;
}

const states = async (grid: Neighbourhood): Promise<string[]> =>
  (await grid.store.dataSource.manager.find(Finding, { order: { no: 'ASC' } })).map(({ state }) => state);

test.each([
  ['整改1咋样了', '1号整改1：盖板翘了。3月20日（周五）前改好'],
  ['整改1好了没有', '盖板翘了'],
  ['整改2改好了没', '焊口渗水。已报改好，等监管小组复查'],
  ['整改2是啥来着', '焊口渗水'],
  ['整改7咋样了', '没有整改7'],
  ['申请3到哪步了', '没有申请3'],
])('“%s” hears %s, and nothing is done', async (words, expected) => {
  const grid = await works();
  const before = await grid.journal();

  expect(await grid.resident(30).says(words)).toContain(expected);
  expect(await grid.journal()).toEqual(before);
});

test.each([
  ['我去看过了，它不渗了，算过', '复查2通过', 'closed'],
  ['看过了，修好了', '复查2通过', 'closed'],
  ['看过了，还在渗，不行', '还在渗', 'open'],
])('behind a look at it “%s” is read back and done', async (words, said, state) => {
  const grid = await works();
  const supervisor = grid.role('supervisor');
  await supervisor.says('整改2咋样了', { chat: 'single' });

  expect(await supervisor.says(words, { chat: 'single' })).toContain(said);
  expect(await states(grid)).toEqual(['open', 'mended']);
  await supervisor.says('是', { chat: 'single' });

  expect(await states(grid)).toEqual(['open', state]);
});

test.each(['谢谢', '今天天气不错', '知道了', '那明天再说'])('behind a look at it “%s” does nothing', async words => {
  const grid = await works();
  const supervisor = grid.role('supervisor');
  await supervisor.says('整改2咋样了', { chat: 'single' });
  await supervisor.says(words, { chat: 'single' });
  await supervisor.says('是', { chat: 'single' });

  expect(await states(grid)).toEqual(['open', 'mended']);
});

import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { WorkNote } from '../../../src/store/works/work-note.js';
import { aProject } from '../../support/works.js';

async function works(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  await aProject(grid, { no: 12, title: '更换主管道', state: 'in_progress', percent: 20 });
  await grid.role('building_leader').says('报告一下12号干到一半了，管子换了六十米');
  return grid;
}

/** How many photos the last report has. */
async function photos(grid: Neighbourhood): Promise<number> {
  const notes = await grid.store.dataSource.manager.find(WorkNote, { order: { id: 'ASC' } });
  return notes.at(-1)?.photos?.length ?? 0;
}

test('a report that is read back asks for its photo, and takes the one that comes', async () => {
  const grid = await works();
  const leader = grid.role('building_leader');

  expect(await leader.says('', { pictures: ['沟'] })).toMatch(/照片收到了[^]*完成50%吗/u);
  await leader.says('对');

  expect(await photos(grid)).toBe(1);
});

test('sent in private it is known for the question that waits in the group', async () => {
  const grid = await works();
  const leader = grid.role('building_leader');

  expect(await leader.sends('沟')).toContain('回到群里');
  await leader.says('对');

  expect(await photos(grid)).toBe(1);
});

test('a picture beside a question that takes none waits for its own sentence', async () => {
  const grid = await works();
  const leader = grid.role('building_leader');
  await leader.says('不是');

  expect(await leader.sends('纸票')).toContain('请在30分钟内接着发一句话');
});

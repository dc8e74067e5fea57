import { expect, test } from 'vitest';
import { Finding } from '../../src/store/works/finding.js';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';
import { aProject } from '../support/works.js';

async function works(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  const project = await aProject(grid, { title: '换管道', state: 'in_progress', percent: 20 });
  await grid.inUnit(async unit => {
    const supervisor = await unit.members.byUserid(grid.role('supervisor').userid);
    await unit.supervision.keepTeam({
      gridId: unit.grid.id,
      projectId: project.id,
      memberIds: supervisor ? [supervisor.id] : [],
      setById: supervisor?.id ?? 0,
      setAt: grid.now,
    });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  return grid;
}

const findings = (grid: Neighbourhood): Promise<Finding[]> => grid.store.dataSource.manager.find(Finding);

test.each([
  ['今天去看了 1号的电线头子露在外面 让他们这周六之前弄好', '电线头子露在外面', '2026-03-14'],
  ['1号井盖松了，要求他们三天内修好', '井盖松了', '2026-03-14'],
  ['1号焊口渗水，叫施工队3月20日前给我修好', '焊口渗水', '2026-03-20'],
])('who looks after the works sets a day: “%s”', async (words, text, dueOn) => {
  const grid = await works();
  const supervisor = grid.role('supervisor');

  expect(await supervisor.says(words)).toContain('1号限期整改：');
  expect(await findings(grid)).toEqual([]);
  await supervisor.says('对，限期整改');

  expect(await findings(grid)).toMatchObject([{ text, dueOn }]);
});

test('for anybody else it is talk', async () => {
  const grid = await works();
  await grid.resident(20).says('1号井盖松了，让他们周五之前修好');
  await grid.resident(20).says('对');

  expect(await findings(grid)).toEqual([]);
});

test('who is paid may stand behind a blank', async () => {
  const grid = await works();

  expect(await grid.role('building_leader').says('1号申请支出三百 买弯头 付张记五金', { chat: 'single' })).toContain(
    '买弯头，付给张记五金',
  );
});

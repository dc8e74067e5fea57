import { expect, test } from 'vitest';
import { Finding } from '../../../src/store/works/finding.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

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
  ['1号第二级没找平 让他们25号前改', '第二级没找平', '2026-03-25'],
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

test('a fault is meant by its words, and where nothing tells which, it is asked', async () => {
  const grid = await works();
  const supervisor = grid.role('supervisor');
  await supervisor.says('1号限期整改：第三级松了，3月20日前');
  await supervisor.says('1号限期整改：焊口渗水，3月21日前');
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says('焊口渗水那个整改已经改好了', { chat: 'single' })).toContain('整改2完成');
  await secretary.says('是', { chat: 'single' });

  expect((await findings(grid)).map(({ state }) => state)).toEqual(['open', 'mended']);
});

test.each<readonly [string, string]>([
  ['刷楼道第一条异议 回他 用的是水性漆', '用的是水性漆'],
  ['那条异议不成立 用的是水性漆', '用的是水性漆'],
  ['油漆味大那条异议 答复一下 用水性漆 有检测报告', '用水性漆 有检测报告'],
  ['刷楼道那个嫌味儿大的 就回他 用水性漆', '用水性漆'],
])('an objection is answered by its words or as the only one, and read back: “%s”', async (words, answer) => {
  const grid = await works();
  await aProject(grid, { no: 14, title: '刷楼道', state: 'plan_published' });
  await grid.resident(20).says('14号异议：油漆味大', { chat: 'single' });
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says(words, { chat: 'single' })).toContain(`异议号1，内容${answer}）”吗`);
  expect(await grid.journal()).not.toContain('objection.answer');

  expect(await secretary.says('是', { chat: 'single' })).toContain('14号第1条异议的答复已公示');
});

test('what a company gave is no gift of the cashier’s own home', async () => {
  const grid = await works();
  const cashier = grid.role('cashier');

  expect(await cashier.says('宏达公司给1号捐了四根灯杆', { chat: 'single' })).toContain(
    '1号收到捐物：灯杆四根，宏达公司捐',
  );
});

test('who told of a trouble hears what is said to them', async () => {
  const grid = await works();
  await grid.resident(20).says('报事：3号楼2单元楼道灯坏了', { chat: 'single' });

  expect(await grid.role('grid_secretary').says('报事1跟他们说 物业周五来修', { chat: 'single' })).toContain(
    '“物业周五来修”',
  );
});

test('works are stopped in plain words, for the reason that stands behind, and read back', async () => {
  const grid = await works();

  expect(await grid.role('supervisor').says('1号停下 钢筋细了', { chat: 'single' })).toContain('1号叫停：钢筋细了');
  expect(await grid.journal()).not.toContain('works.stop');
});

test('how it is to be done is written as it is told', async () => {
  const grid = await works();
  await aProject(grid, { no: 10, title: '建充电桩', state: 'topic_selected', planText: null });

  expect(
    await grid.role('grid_secretary').says('充电桩的做法这么写 装十个桩 带雨棚 三家比价', { chat: 'single' }),
  ).toContain('10号做法：装十个桩 带雨棚 三家比价');
});

import { expect, test } from 'vitest';
import { formsDue } from '../../../src/operations/ballot/paper-forms.js';
import { verify } from '../../../src/process/commands/verify.js';
import { sampleResidents } from '../../../src/trial/sample-grid.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const { building, unit: entrance, room } = sampleResidents()[50] ?? { building: 0, unit: 0, room: '' };
const home = `${building}号楼${entrance}单元${room}`;

const homeId = (grid: Neighbourhood): Promise<number> =>
  grid.inUnit(async unit => (await unit.members.view(grid.resident(50).userid)).householdId ?? 0);

const pledged = async (grid: Neighbourhood): Promise<number> => {
  const householdId = await homeId(grid);
  return grid.inUnit(async unit => (await unit.ledger.standingOf(1, householdId)).promisedFen);
};

test('a pledge on a printed sheet is entered from its photograph, checked against it by a second person, and then done for the household', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'pledging' });
  const [leader, checker] = [grid.role('building_leader', 1), grid.role('grid_worker')];
  const photo = `sheet pledge 1 ${await homeId(grid)}`;

  expect(await grid.resident(40).sends(photo)).not.toContain('认捐单');
  expect(await leader.sends(photo)).toContain(`这是${home}的1号认捐单，照片收下了。纸上写的是多少元？`);
  const entered = await leader.says('150', { chat: 'single' });
  expect(entered).toContain('记为纸单1：给1号出150元，还没有办');
  expect(await pledged(grid)).toBe(0);
  expect(await leader.says('核对纸单1一致', { chat: 'single' })).toContain('不能自己核对');
  expect(await checker.says('核对电话1一致', { chat: 'single' })).toContain('没有电话1');
  expect(await checker.says('待办', { chat: 'single' })).toContain(`看照片，再核对，${home}：给1号出150元`);
  expect(await checker.says('看纸单1')).toContain('私聊');
  expect(await checker.says('看纸单1', { chat: 'single' })).toContain('请对着照片核对');
  expect(checker.last.pictures).toHaveLength(1);
  expect((await checker.presses(checker.last.card, '一致', { chat: 'single' })).text).toContain('办好了');
  expect(await pledged(grid)).toBe(15_000);
  expect(await checker.says('核对纸单1一致', { chat: 'single' })).toContain('已经核对过了');
  expect((await grid.postsTo(grid.resident(50).userid)).at(-1)).toContain('您家填的纸质单已录入、核对：给1号出150元');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('what is ticked for seconding and rating is entered with its household; a picture proves one sheet', async () => {
  const grid = await aNeighbourhood();
  await grid.resident(40).says('提案：3号楼东头装路灯');
  const accepted = { state: 'accepted' as const, acceptedAt: new Date(grid.now.getTime() - 86_400_000), percent: 100 };
  await aProject(grid, { ...accepted, title: '修大门' });
  const [leader, checker] = [grid.role('building_leader', 1), grid.role('grid_worker')];

  // A sheet for seconding is nobody's before it is filled in.
  expect(await leader.sends('sheet support 1 0')).toContain('请问是哪一户填的？');
  expect(await leader.says(home, { chat: 'single' })).toContain('记为纸单1：附议1号，还没有办');
  expect(await leader.says(`1号纸单：${home} 附议`, { chat: 'single' })).toContain('已经录过，是纸单1');
  expect(await leader.sends(`sheet rating 2 ${await homeId(grid)}`)).toContain('纸上勾的是几分？');
  expect(await leader.says('4', { chat: 'single' })).toContain('记为纸单2：给2号打4分');
  expect(await leader.says('2号纸单：2号楼1单元102 打分5', { chat: 'single' })).toContain('照片');
  await checker.says('核对纸单1一致', { chat: 'single' });
  await checker.says('核对纸单2不符', { chat: 'single' });

  const id = await homeId(grid);
  const [supports, ratings] = await grid.inUnit(async unit => [
    await unit.projects.supports(1),
    await unit.works.ratings(2),
  ]);
  expect(supports.map(({ householdId }) => householdId)).toContain(id);
  expect(ratings).toEqual([]);
  expect((await grid.postsTo(leader.userid)).at(-1)).toContain('纸单2和照片不符，没有办');
});

test('words against a plan, a report and an acceptance go on from their sheets; a sheet of nowhere goes nowhere', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'plan_published' });
  await aProject(grid, { state: 'completed_pending_acceptance', percent: 100, title: '修凉亭' });
  const [leader, checker] = [grid.role('building_leader', 1), grid.role('grid_worker')];

  expect(await leader.sends(`sheet objection 1 ${await homeId(grid)}`)).toContain('纸上写的是什么意见？');
  await leader.says('夜里不要施工', { chat: 'single' });
  if (leader.last.text.includes('“是”')) await leader.says('是', { chat: 'single' });
  await checker.says('核对纸单1一致', { chat: 'single' });
  expect((await grid.posts()).at(-1)).toContain('夜里不要施工');

  expect(await leader.sends('sheet report 0 0')).toContain('请问哪里出了什么事？');
  expect(await leader.says('2号楼1单元楼道灯坏了', { chat: 'single' })).toContain('报事1');
  expect(await leader.sends('sheet acceptance 2 0')).toContain('监管小组成员自己');
  const supervisor = grid.role('supervisor');
  expect(await supervisor.sends('sheet acceptance 2 0')).toContain(
    '这是2号验收单，照片收下了。请问验收合格还是不合格？',
  );
  expect(await supervisor.says('合格', { chat: 'single' })).toContain('验收合格');
  expect(await leader.sends('sheet pledge 1 99999')).toContain('不是本网格的');
});

test('a building is printed what can be filled in: as many sheets for seconding as are missing, and a rating for each home', async () => {
  const grid = await aNeighbourhood();
  await grid.resident(40).says('提案：3号楼东头装路灯');
  const accepted = { state: 'accepted' as const, acceptedAt: grid.now, percent: 100 };
  await aProject(grid, { ...accepted, title: '修大门' });
  const homes = await grid.inUnit(async unit => (await unit.members.present()).filter(one => one.building === '2'));
  const count = async (form: string, now = grid.now) =>
    (await grid.inUnit(unit => formsDue(unit, '2', now))).filter(one => one.form === form).length;

  expect(await count('support')).toBe(4);
  expect(await count('rating')).toBe(homes.length);
  expect(await count('rating', new Date(grid.now.getTime() + 8 * 86_400_000))).toBe(0);
});

import { expect, test } from 'vitest';
import { ownData } from '../../../src/publish/people/own-data.js';
import { missedDuty } from '../../../src/store/works/duty.js';
import { sampleResidents } from '../../../src/trial/sample-grid.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, noted, received, theProject } from '../../support/works.js';

/** Residents without any office whose names nobody else has. */
const plain = sampleResidents().filter(
  ({ name, roles }, _, all) => roles.length === 0 && all.filter(other => other.name === name).length === 1,
);
const [a, b, c, d] = plain;
if (!a || !b || !c || !d) throw new Error('the sample has too few residents');

async function aGrid(state: 'funded' | 'in_progress' | 'completed_pending_acceptance' = 'in_progress') {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  await received(grid, await aProject(grid, { state, percent: state === 'completed_pending_acceptance' ? 100 : 0 }), {
    fen: 300_000,
    source: 'subsidy',
  });
  return grid;
}

const named = (...names: string[]) => `1号监管小组：${names.join('、')}`;
const sets = (grid: Neighbourhood, ...names: string[]) => grid.role('grid_secretary').says(named(...names));

test('the secretary names three residents; each is told in private, nobody is named in full, and they may inspect', async () => {
  const grid = await aGrid();

  const said = await sets(grid, a.name, b.name, c.name);

  expect(said).toContain('1号监管小组3人：');
  for (const { name } of [a, b, c]) expect(said).not.toContain(name);
  expect((await grid.postsTo(a.userid)).join()).toContain('您是1号监管小组成员了');
  expect(await grid.resident(a.userid).says('1号巡查：水泥标号不对')).toContain('1号巡查已记');
  expect(await grid.role('supervisor').says('1号巡查：看过了')).toContain('不在1号的监管小组里');
});

test.each([
  [[a.name, b.name], '至少3人'],
  [[a.name, b.name, c.name, d.name], '单数'],
  [[a.name, b.name, a.name], '一人只写一次'],
])('a team of %j is refused', async (names, answer) => {
  expect(await sets(await aGrid(), ...names)).toContain(answer);
});

test.each(['cashier', 'bookkeeper', 'grid_secretary', 'community_secretary'] as const)(
  'the %s does not watch over the works',
  async role => {
    const grid = await aGrid();
    const { giveRole } = await import('../../../src/operations/people/set-up-grid.js');
    await grid.inUnit(unit => giveRole(unit, { userid: a.userid, role, building: null }));
    const answer = await sets(grid, a.name, b.name, c.name);
    expect(answer).toContain('不能监督这个项目');
    expect(answer).not.toContain(a.name);
  },
);

test("the contractor's declared brother is refused, whichever of the two declared it", async () => {
  const grid = await aGrid();
  const { giveRole } = await import('../../../src/operations/people/set-up-grid.js');
  await grid.inUnit(unit => giveRole(unit, { userid: d.userid, role: 'contractor', building: null }));
  expect(await grid.resident(d.userid).says(`声明亲属：${a.name}`, { chat: 'single' })).toContain('记下了，不公开');

  const answer = await sets(grid, a.name, b.name, c.name);
  expect(answer).toContain('按回避规定不能监督这个项目');
  // Who is whose kin was told in private, and stays there.
  for (const told of [a.name, d.name, '亲', '施工方']) expect(answer).not.toContain(told);
});

test('kin is declared by who holds an office and lives elsewhere, and of them, by office or name', async () => {
  const grid = await aGrid();
  const { giveRole } = await import('../../../src/operations/people/set-up-grid.js');
  const builder = grid.resident('bao.gong');
  await grid.inUnit(async unit => {
    await unit.members.keep({ gridId: unit.grid.id, userid: builder.userid, name: '鲍工' });
    await giveRole(unit, { userid: builder.userid, role: 'contractor', building: null });
  });

  expect(await builder.says(`声明亲属：${a.name}`, { chat: 'single' })).toContain('记下了');
  expect(await sets(grid, a.name, b.name, c.name)).toContain('按回避规定');
  expect(await grid.resident(b.userid).says('声明亲属：会计', { chat: 'single' })).toContain('记下了');
  expect(await sets(grid, b.name, c.name, d.name)).toContain('按回避规定');
  expect(await grid.resident(c.userid).says('声明亲属：鲍工', { chat: 'single' })).toContain('记下了');
});

test('who went over to another grid is nobody’s namesake, and no kin here', async () => {
  const grid = await aGrid();
  await grid.inUnit(async unit => {
    const row = { gridId: unit.grid.id, userid: 'left', name: a.name, householdId: 1, leftAt: grid.now };
    await unit.members.keep(row);
    await unit.members.keep({ ...row, userid: 'left2', name: '走了的人' });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  expect(await grid.resident(d.userid).says(`声明亲属：${a.name}`, { chat: 'single' })).toContain('记下了');
  expect(await grid.resident(d.userid).says('声明亲属：走了的人', { chat: 'single' })).not.toContain('记下了');
});

test('a resident does not name the team, and a question about it is no order', async () => {
  const grid = await aGrid();
  expect(await grid.resident(60).says(named(a.name, b.name, c.name))).toContain('来办');
});

test('works do not start without a team', async () => {
  const grid = await aGrid('funded');
  const { Role } = await import('../../../src/store/people/role.js');
  await grid.store.dataSource.manager.delete(Role, { userid: grid.role('supervisor').userid, role: 'supervisor' });

  expect(await grid.role('grid_secretary').says('1号进度10%：进场')).toContain('还没有监管小组');
  expect((await theProject(grid, 1)).state).toBe('funded');
  await sets(grid, a.name, b.name, c.name);
  await grid.role('grid_secretary').says('1号进度10%：进场');
  expect((await theProject(grid, 1)).state).toBe('in_progress');
});

test('a finding has a day, is reported mended, fails, is mended again and passes; until then nobody signs', async () => {
  const grid = await aGrid('completed_pending_acceptance');
  await sets(grid, a.name, b.name, c.name);
  const [first, second] = [grid.resident(a.userid), grid.resident(b.userid)];

  expect(await first.says('1号限期整改：焊口渗水，3月10日前')).toBe(
    '1号整改1已记：焊口渗水，3月10日（周二）前改好。改好后请发送“整改1完成”，可以先发照片。',
  );
  expect(await first.says('1号限期整改：焊口渗水，2月10日前')).toContain('已经过了');
  expect(await first.says('复查1通过')).toContain('还没有报完成');
  expect(await grid.role('supervisor').says('1号限期整改：没盖好，3月10日前')).toContain('不在1号的监管小组里');
  expect(await first.says('1号验收通过')).toContain('整改1没有复查通过');

  expect(await grid.role('grid_secretary').says('整改1完成')).toContain('等监管小组复查');
  expect((await grid.postsTo(b.userid)).join()).toContain('请去看看');
  expect(await first.says('整改1改好了没')).toContain('3月2日（周一）已报改好，等监管小组复查');
  expect(await second.says('复查1不通过：还在渗水')).toContain('复查不通过：还在渗水');
  await grid.role('grid_secretary').says('整改1完成');
  expect(await second.says('复查1通过')).toContain('复查通过，已销号');
  expect(await second.says('复查1通过')).toContain('不用再办');
  expect(await second.says('复查7通过')).toContain('没有第7号整改');

  await first.says('1号验收通过');
  expect((await theProject(grid, 1)).state).toBe('completed_pending_acceptance');
  await second.says('1号验收通过');
  expect((await theProject(grid, 1)).state).toBe('accepted');
});

test('each working day of the works one of the team is reminded in private, in turn; days nobody looked are told on the board', async () => {
  const grid = await aGrid();
  await noted(grid, await theProject(grid, 1), { text: '进场', percent: 10 });
  await sets(grid, a.name, b.name, c.name);
  const reminders = async (userid: string) =>
    (await grid.postsTo(userid)).filter(text => text.includes('今天轮到您')).length;

  await grid.until('2026-03-09T10:00:00+08:00');
  const counts = [await reminders(a.userid), await reminders(b.userid), await reminders(c.userid)];
  // Tuesday to Friday, and Monday.
  expect(counts.reduce((sum, each) => sum + each, 0)).toBe(5);
  expect(Math.min(...counts)).toBeGreaterThan(0);
  await grid.resident(a.userid).says('1号巡查：一切正常');

  await grid.until('2026-03-10T10:00:00+08:00');
  const { projectBoard } = await import('../../../src/publish/notice/project-board.js');
  const page = await grid.inUnit(unit =>
    projectBoard(unit, { no: 1, page: 1, expenses: 1, next: '', now: grid.now, look: { large: false, otherSize: '' } }),
  );
  expect(page).toContain('开工以来有4个工作日没有巡查');
});

test('the team calls the works off and lets them go on; a secretary does not lift what the team stopped', async () => {
  const grid = await aGrid();
  await sets(grid, a.name, b.name, c.name);

  expect(await grid.resident(a.userid).says('1号叫停：水泥标号不对')).toContain('1号已停工');
  expect(await grid.resident(b.userid).says('1号叫停：水泥标号不对')).toContain('已经停工了');
  expect(await grid.role('grid_secretary').says('1号复工')).toContain('监管小组叫停的');
  expect(await grid.resident(b.userid).says('1号复工')).toContain('可以复工了');
  expect(await grid.resident(b.userid).says('1号复工')).toContain('没有停工');
});

test('a hold on a payment is the word of the team of that project, and no other supervisor has a say', async () => {
  const grid = await aGrid();
  await sets(grid, a.name, b.name, c.name);
  await grid.role('building_leader').says('1号申请支出800元：买灯杆');

  expect(await grid.role('supervisor').says('暂缓申请1：发票不对')).toContain('不在1号的监管小组里');
  expect(await grid.resident(a.userid).says('暂缓申请1：发票不对')).toContain('出纳不能付款');
});

test('the names of the members’ own file hold the team and declared kin; who watches over works is not erased before', async () => {
  const grid = await aGrid();
  await grid.resident(a.userid).says(`声明亲属：${d.name}`, { chat: 'single' });
  await sets(grid, a.name, b.name, c.name);
  const file = await grid.inUnit(async unit => {
    const member = await unit.members.byUserid(a.userid);
    return member ? ownData(unit, member, grid.now) : '';
  });
  const own = JSON.parse(file) as { 监管小组: unknown[]; 声明的亲属: unknown[] };
  expect([own.监管小组.length, own.声明的亲属.length]).toEqual([1, 1]);
  expect(await grid.resident(a.userid).says('删除我的数据', { chat: 'single' })).not.toContain('已删除');
});

test('a day on which a fault was found, or on which the works stood still, is no missed day', async () => {
  const grid = await aGrid();
  await noted(grid, await theProject(grid, 1), { text: '进场', percent: 10 });
  await sets(grid, a.name, b.name, c.name);
  const missed = () =>
    grid.inUnit(async unit => {
      const project = await unit.projects.byNo(1);
      return project ? missedDuty(unit, project, grid.now) : [];
    });

  grid.now = new Date('2026-03-03T10:00:00+08:00');
  await grid.resident(a.userid).says('1号限期整改：焊口渗水，3月10日前');
  grid.now = new Date('2026-03-05T10:00:00+08:00');
  await grid.resident(b.userid).says('1号叫停：水泥标号不对');
  grid.now = new Date('2026-03-06T10:00:00+08:00');
  await grid.resident(b.userid).says('1号复工');

  grid.now = new Date('2026-03-10T10:00:00+08:00');
  expect(await missed()).toEqual(['2026-03-04', '2026-03-09']);
});

test('where no team was named, a supervisor of the grid who books its money does not count, and works do not start with two', async () => {
  const grid = await aGrid('funded');
  const supervisor = grid.role('supervisor');
  const { giveRole } = await import('../../../src/operations/people/set-up-grid.js');
  await grid.inUnit(unit => giveRole(unit, { userid: supervisor.userid, role: 'bookkeeper', building: null }));

  expect(await grid.role('grid_secretary').says('1号项目进度：管沟已开挖，完成10%')).toContain('监管小组');
  expect((await theProject(grid, 1)).state).toBe('funded');
  await sets(grid, a.name, b.name, c.name);
  expect(await grid.role('grid_secretary').says('1号项目进度：管沟已开挖，完成10%')).toContain('进度已记');
});

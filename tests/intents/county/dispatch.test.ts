import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sampleResidents } from '../../../src/trial/sample-grid.js';
import { dispatchPdf } from '../../../src/publish/county/dispatch-pdf.js';
import { dispatchParts } from '../../../src/publish/county/dispatch-words.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject, received } from '../../support/works.js';

const [owner] = sampleResidents().filter(
  ({ name, roles }, _, all) => roles.length === 0 && all.filter(other => other.name === name).length === 1,
);
if (!owner) throw new Error('the sample has nobody');

async function aGrid() {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  await received(grid, await aProject(grid), { fen: 300_000, source: 'subsidy' });
  return grid;
}

const ask = `调度事项：${owner.name}3月10日前补齐公示`;

test('the agenda makes itself: late, newly warned, short of money, objections, milestones due', async () => {
  const grid = await aGrid();
  expect(await grid.role('grid_secretary').says('1号工期：挖沟3月9日，立杆4月9日')).toContain('工期已定');
  await aProject(grid, { title: '修路面', budgetFen: 100_000 });
  await aProject(grid, { title: '换水管' });
  await grid.role('grid_secretary').says('3号工期：拆旧3月3日，装管8月1日');

  await grid.until('2026-03-14T10:00:00+08:00');
  const agenda = await grid.resident(60).says('调度');

  expect(agenda).toMatch(/\*\*滞后\*\*[^]*3号 换水管：节点“拆旧”已晚11天/u);
  expect(agenda).toMatch(/\*\*资金缺口\*\*[^]*2号 修路面：还差1,000元/u);
  expect(agenda).toContain('/wall/dispatch.pdf');
});

test('when all is well it says so', async () => {
  expect(await (await aGrid()).resident(60).says('调度')).toContain('没有要调度的事');
});

test('an action has an owner and a day, is closed with evidence and by a second person only', async () => {
  const grid = await aGrid();
  const secretary = grid.role('grid_secretary');

  const said = await secretary.says(ask);
  expect(said).toContain('调度事项1已记');
  expect(said).not.toContain(owner.name);
  expect((await grid.postsTo(owner.userid)).join()).toContain('3月10日（周二）前办：补齐公示');
  expect(await grid.resident(60).says('销号1：补好了')).toContain('承办人或书记');
  expect(await secretary.says('销号1核实')).toContain('还没有报完成');
  expect(await grid.resident(owner.userid).says('销号1：公示已补发')).toContain('等第二个人');
  expect(await grid.resident(owner.userid).says('销号1核实')).toMatch(/来办|另一位/u);
  expect(await grid.role('building_leader').says('调度')).toContain('已报完成，等核实');
  expect(await grid.role('building_leader').says('销号1核实')).toContain('已核实，销号');
  expect(await secretary.says('销号1：再来')).toContain('已经销号');
  expect(await grid.resident(60).says('调度')).not.toContain('补齐公示');
});

test('whoever reported it done does not check it, be it the secretary', async () => {
  const grid = await aGrid();
  const secretary = grid.role('grid_secretary');
  await secretary.says(ask);
  await secretary.says('销号1：替他补了');
  expect(await secretary.says('销号1核实')).toContain('要由另一位核实');
});

test.each([
  [ask.replace('3月10日', '2月1日'), '请写今天以后的日子'],
  [ask.replace('3月10日', '2月30日'), '请写今天以后的日子'],
  ['调度事项：补齐公示', '请写清谁、哪天前、办什么'],
  [ask.replace(owner.name, '无名氏'), '没有找到已绑定的'],
  ['销号9核实', '没有第9号调度事项'],
])('%s is refused in a sentence', async (said, answer) => {
  expect(await (await aGrid()).role('grid_secretary').says(said)).toContain(answer);
});

test('what is overdue is marked, and each Monday morning leaders and secretaries get the one page in private, once', async () => {
  const grid = await aGrid();
  const secretary = grid.role('grid_secretary');
  await secretary.says(ask);

  grid.now = new Date('2026-03-16T08:00:00+08:00');
  await grid.scheduler.run('send-dispatch-pack');
  await grid.scheduler.run('send-dispatch-pack');

  const packs = async (userid: string) => (await grid.postsTo(userid)).filter(text => text.startsWith('今天调度'));
  expect(await packs(secretary.userid)).toHaveLength(1);
  expect(await packs(grid.role('building_leader').userid)).toHaveLength(1);
  expect(await packs(owner.userid)).toHaveLength(0);
  expect((await packs(secretary.userid))[0]).toContain('/wall/dispatch.pdf');
  // The community's own dispatch is every second week.
  const community = grid.role('community_secretary').userid;
  expect((await grid.postsTo(community)).filter(text => text.startsWith('今天全社区调度'))).toHaveLength(1);
  grid.now = new Date('2026-03-23T08:00:00+08:00');
  await grid.scheduler.run('send-dispatch-pack');
  expect((await grid.postsTo(community)).filter(text => text.startsWith('今天全社区调度'))).toHaveLength(1);
  expect(await packs(secretary.userid)).toHaveLength(2);
  expect(await secretary.says('调度')).toContain('已超期');
});

test('the pack stays one page, however much there is', async () => {
  const grid = await aGrid();
  for (let each = 0; each < 60; each += 1)
    await grid
      .role('grid_secretary')
      .says(`调度事项：${owner.name}3月10日前办第${each}件很长的事，${'要说的话很多'.repeat(10)}`);
  const parts = await grid.inUnit(unit => dispatchParts(unit, grid.now));
  const pdf = await dispatchPdf({ place: '花园社区 一网格', parts, at: grid.now });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/gu)).toHaveLength(1);
  const folder = process.env['SCREENSHOTS'];
  if (folder) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/dispatch.pdf`, pdf);
  }
});

test('the subdistrict is called on the first Monday of a month, the county of a quarter, each once and in private', async () => {
  const grid = await aGrid();
  const packs = async (role: 'subdistrict_admin' | 'county_admin') =>
    (await grid.postsTo(grid.role(role).userid)).filter(text => text.includes('调度一页纸'));
  const counts: number[][] = [];

  for (const day of ['04-06', '04-13', '05-04', '06-01', '07-06']) {
    grid.now = new Date(`2026-${day}T08:00:00+08:00`);
    await grid.scheduler.run('send-dispatch-pack');
    await grid.scheduler.run('send-dispatch-pack');
    counts.push([(await packs('subdistrict_admin')).length, (await packs('county_admin')).length]);
  }

  expect(counts).toEqual([
    [1, 1],
    [1, 1],
    [2, 1],
    [3, 1],
    [4, 2],
  ]);
  expect((await packs('county_admin'))[0]).toContain('发送“县级看板”');
});

test('where nothing was sent on its day, the pack goes out on the next, once, and keeps its rhythm', async () => {
  const grid = await aGrid();
  await grid.role('grid_secretary').says(ask);
  const begins = {
    grid_secretary: '今天调度',
    community_secretary: '今天全社区调度',
    subdistrict_admin: '调度一页纸',
  } as const;
  const count = async (role: keyof typeof begins): Promise<number> =>
    (await grid.postsTo(grid.role(role).userid)).filter(text => text.includes(begins[role])).length;
  const counts: number[][] = [];

  for (const at of ['03-17T11:00', '03-18T11:00', '03-23T08:00', '03-31T11:00', '04-01T08:00', '04-08T08:00']) {
    grid.now = new Date(`2026-${at}:00+08:00`);
    await grid.scheduler.run('send-dispatch-pack');
    counts.push([await count('grid_secretary'), await count('community_secretary'), await count('subdistrict_admin')]);
  }

  expect(counts).toEqual([
    [1, 1, 1],
    [1, 1, 1],
    [2, 1, 1],
    [3, 2, 1],
    [3, 2, 1],
    [4, 2, 2],
  ]);
});

test.each([
  ['调度事项：网格员3月10日前补齐公示', 'grid_worker'],
  ['调度事项：出纳3月10日前补齐公示', 'cashier'],
  ['调度事项：再一件，会计3月10日前补齐公示', 'bookkeeper'],
] as const)('“%s”: who holds the office is asked', async (words, role) => {
  const grid = await aGrid();

  expect(await grid.role('grid_secretary').says(words)).toContain('调度事项1已记');
  expect((await grid.postsTo(grid.role(role).userid)).join()).toContain('3月10日（周二）前办：补齐公示');
});

test('of several who hold an office none is guessed, and who does not live here is in no team', async () => {
  const grid = await aGrid();
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says('调度事项：楼长3月10日前补齐公示')).toContain('分不清');
  expect(await secretary.says('1号监管小组：网格员、1号楼楼长、出纳')).not.toContain('监管小组3人');
});

import { expect, test } from 'vitest';
import { wallPage } from '../../../src/publish/county/wall-page.js';
import { verdictOn } from '../../../src/store/county/standing.js';
import { sampleResidents } from '../../../src/trial/sample-grid.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, received } from '../../support/works.js';

const key = '1号定为2026年度攻坚项目：目标三盏路灯全部亮起，照到墙角，现状全坏，期限10月31日';

async function aGrid() {
  const grid = await aNeighbourhood({ now: '2026-05-08T10:00:00+08:00' });
  await received(grid, await aProject(grid), { fen: 300_000, source: 'subsidy' });
  return grid;
}

/** The colour's word and the reason, as every page and notice has them. */
const standing = (grid: Neighbourhood) =>
  grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    return project ? verdictOn(unit, project, grid.now) : null;
  });

const verdict = async (grid: Neighbourhood) => (await standing(grid))?.word;

test('the secretary makes a project the key project of the year: goal, baseline, deadline and leader', async () => {
  const grid = await aGrid();

  const names = sampleResidents().map(({ name }) => name);
  const leading = names.find(name => names.indexOf(name) === names.lastIndexOf(name)) ?? '';
  expect(await grid.role('grid_secretary').says(`${key}，牵头${leading}`)).toBe(
    '1号「装路灯」定为2026年度攻坚项目，10月31日（周六）前完成：三盏路灯全部亮起，照到墙角。已经[上墙](http://board/yinshua/wall)，每周一群里发挂图。',
  );

  const kept = await grid.inUnit(unit => unit.watch.keyProject(2026));
  const leader = await grid.inUnit(unit => unit.members.byId(kept?.leaderId ?? 0));
  expect(kept).toMatchObject({ goal: '三盏路灯全部亮起，照到墙角', baseline: '全坏', deadline: '2026-10-31' });
  expect(leader?.name).toBe(leading);
});

test('one per grid and year: only the community secretary puts another in its place', async () => {
  const grid = await aGrid();
  await aProject(grid, { title: '修路面' });
  await grid.role('grid_secretary').says(key);

  expect(await grid.role('grid_secretary').says(key.replace('1号', '2号'))).toContain('已定为1号，已经上墙');
  expect(await grid.role('community_secretary').says(key.replace('1号', '2号'))).toContain('原来的1号不再是');
});

test.each([
  [key.replace('2026年', '2031年'), '只能定今年（2026年）或明年'],
  [key.replace('10月31日', '4月1日'), '期限已经过了或没有这一天'],
  [key.replace('10月31日', '2月30日'), '期限已经过了或没有这一天'],
  [key.replace('1号', '9号'), '没有9号项目'],
  ['1号定为2026年度攻坚项目：期限10月31日', '请写清目标'],
  [`${key}，牵头无名氏`, '没有找到已绑定的“无名氏”'],
])('%s is refused in a sentence', async (said, answer) => {
  const grid = await aGrid();
  expect(await grid.role('grid_secretary').says(said)).toContain(answer);
});

test.each(['1号定为年度攻坚项目', '1号定为攻坚项目。', '1号定为今年年度攻坚项目', '1号定为2026年度攻坚项目'])(
  '“%s” is asked for the goal only, and means this year',
  async said => {
    const grid = await aGrid();
    const secretary = grid.role('grid_secretary');

    expect(await secretary.says(said)).toContain('请问目标是什么');
    const answer = await secretary.says('目标三盏路灯全部亮起，期限10月31日');
    expect(answer + (await secretary.says('是'))).toContain('定为2026年度攻坚项目，10月31日（周六）前完成');
  },
);

test.each(['2026-05-08', '2026-12-31'])(
  'on %s the sentence that the wall prints where no project is set is understood',
  async day => {
    const grid = await aGrid();
    grid.now = new Date(`${day}T10:00:00+08:00`);
    const lines = await grid.inUnit(async unit => [{ grid: unit.grid, year: 2026, key: null }]);
    const wall = wallPage({ place: '银杏', year: 2026, lines, at: grid.now, code: 'yinshua' });
    const [, printed = ''] = /请书记在群里发送：(12号[^<]+?)。</u.exec(wall) ?? [];

    expect(await grid.role('grid_secretary').says(printed.replace('12号', '1号'))).toContain('定为2026年度攻坚项目');
  },
);

test('a year of the next is said in words too', async () => {
  const grid = await aGrid();

  expect(await grid.role('grid_secretary').says('1号定为明年年度攻坚项目：目标三盏路灯全部亮起')).toContain(
    '定为2027年度攻坚项目',
  );
});

test('a resident does not set it', async () => {
  const grid = await aGrid();
  expect(await grid.resident(60).says(key)).toMatch(/要由网格书记、社区书记来办/u);
});

test('planned 05-10: yellow on 05-12, red on 05-18 with the secretary told once, mended yellow until a dispatch confirms, then green', async () => {
  const grid = await aGrid();
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号工期：挖沟5月10日，立杆8月9日');
  await grid.role('building_leader').says('1号进度20%：备料');

  await grid.until('2026-05-12T09:00:00+08:00');
  expect(await verdict(grid)).toBe('预警');
  await grid.until('2026-05-18T09:00:00+08:00');
  await grid.until('2026-05-20T09:00:00+08:00');
  const told = (await grid.postsTo(secretary.userid)).filter(text => text.includes('滞后：'));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('节点“挖沟”已晚8天');

  expect(await secretary.says('调度确认1号：已补')).toContain('还不能确认');
  await secretary.says('1号节点完成：挖沟');
  await grid.role('building_leader').says('1号进度50%：沟挖好了');
  const mended = await grid.inUnit(async unit => (await unit.watch.marks(1)).map(({ colour }) => colour));
  expect(mended).toEqual(['yellow', 'red']);
  await grid.until('2026-05-21T07:30:00+08:00');
  expect(await verdict(grid)).toBe('预警');
  expect(await secretary.says('调度确认1号：沟已补挖')).toContain('现在是“正常”');
});

test('a colour set by hand stands with reason, office and end, and ends by itself; 8 days are refused', async () => {
  const grid = await aGrid();
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says('1号颜色改为预警8天：等材料到货')).toContain('最多7天');
  expect(await grid.resident(60).says('1号颜色改为预警2天：等材料到货')).toContain('来办');
  expect(await secretary.says('1号颜色改为预警2天：等材料到货')).toContain('1号的颜色改为“预警”');
  expect(await verdict(grid)).toBe('预警');
  expect((await standing(grid))?.reason).toMatch(/书记.＊+人工调整，到5月10日.*：等材料到货（按规则是/u);
  await grid.until('2026-05-10T10:01:00+08:00');
  expect(await verdict(grid)).toBe('正常');
});

test('each Monday the chart of the key project is a picture in the group, once; a grid without one gets none', async () => {
  const grid = await aGrid();
  grid.now = new Date('2026-05-11T09:00:00+08:00');
  await grid.scheduler.run('post-wall-chart');
  expect(await grid.posts()).toEqual([]);
  await grid.role('grid_secretary').says(key);

  grid.now = new Date('2026-05-18T09:00:00+08:00');
  await grid.scheduler.run('post-wall-chart');
  await grid.scheduler.run('post-wall-chart');

  expect(await grid.posts()).toEqual(['[image]']);
});

test('a grid without a key project reminds its secretary on the first Monday of a month, once, and stops when there is one', async () => {
  const grid = await aGrid();
  const secretary = grid.role('grid_secretary');
  const reminders = async () =>
    (await grid.postsTo(secretary.userid)).filter(text => text.startsWith('本网格还没有定2026年度攻坚项目')).length;

  for (const [day, count] of [
    ['05-11', 0],
    ['06-01', 1],
    ['06-08', 1],
    ['07-06', 2],
  ] as const) {
    grid.now = new Date(`2026-${day}T09:00:00+08:00`);
    await grid.scheduler.run('post-wall-chart');
    await grid.scheduler.run('post-wall-chart');
    expect(await reminders(), day).toBe(count);
  }
  await secretary.says(key);
  grid.now = new Date('2026-08-03T09:00:00+08:00');
  await grid.scheduler.run('post-wall-chart');
  expect(await reminders()).toBe(2);
});

test('a restart in the midst of the week shows the chart no second time, and shows it where it was missed', async () => {
  const grid = await aGrid();
  await grid.role('grid_secretary').says(key);
  const shown: number[] = [];

  for (const at of ['05-18T09:00', '05-20T14:00', '05-23T10:00', '05-26T10:00', '05-27T10:00']) {
    grid.now = new Date(`2026-${at}:00+08:00`);
    await grid.scheduler.run('post-wall-chart');
    shown.push((await grid.posts()).filter(post => post === '[image]').length);
  }

  expect(shown).toEqual([1, 1, 1, 2, 2]);
});

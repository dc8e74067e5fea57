import { expect, test } from 'vitest';
import type { RoleId } from '../../../src/domain/permissions.js';
import { JournalLine } from '../../../src/store/engine/journal-line.js';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, unplanned } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

const raised = playedOnce(() => aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' }));
const pledging = playedOnce(async () => {
  const grid = await raised();
  await aProject(grid, { title: '南门口修坡道', state: 'pledging' });
  return grid;
});
const drafting = playedOnce(async () => {
  const grid = await raised();
  await aProject(grid, { title: '南门口修坡道', ...unplanned });
  return grid;
});
const reported = playedOnce(async () => {
  const grid = await raised();
  await grid.resident(74).says('报事：3号楼2单元门口井盖松了');
  return grid;
});

async function deedsOf(grid: Neighbourhood): Promise<readonly string[]> {
  return (await grid.store.dataSource.manager.find(JournalLine, { order: { seq: 'ASC' } })).map(({ deed }) => deed);
}

async function says(grid: Neighbourhood, role: RoleId, words: string): Promise<[answer: string, deeds: string[]]> {
  const before = (await deedsOf(grid)).length;
  const answer = await grid.role(role).says(words, inPrivate);
  return [answer, (await deedsOf(grid)).slice(before)];
}

test.each([
  '3号楼2单元302没手机，让我给她认八十',
  '3号楼2单元302叫我帮她捐八十',
  '3号楼2单元302跟我说认八十',
  '3号楼2单元302不会弄，托我替她出八十',
])('what an office says for a neighbour is never of the own home: %s', async words => {
  const [answer, deeds] = await says(await pledging(), 'grid_worker', words);

  expect(answer).toContain('替3号楼2单元302');
  expect(answer).not.toContain('您家给');
  expect(deeds).not.toContain('pledge.money');
});

test.each(['他要是打电话来说出一百我就记', '她家要是出五十我就给她报上'])(
  'what somebody may promise some day is asked about by nobody: %s',
  async words => {
    const [answer, deeds] = await says(await pledging(), 'building_leader', words);

    expect(answer).not.toContain('认捐100元吗');
    expect(deeds).toEqual([]);
  },
);

test.each([
  '星期六上午九点集合擦宣传栏，愿意来的来',
  '周六上午九点组织大家擦宣传栏',
  '周日下午两点集合清扫楼道，有空的都来',
])('who calls neighbours together opens a service, and gives no work: %s', async words => {
  const [answer, deeds] = await says(await pledging(), 'building_leader', words);

  expect(answer).toContain('志愿活动：');
  expect(answer).toMatch(/擦宣传栏|清扫楼道/u);
  expect(answer).not.toContain('以您家名义');
  expect(deeds).toEqual([]);
});

test.each([
  '俺想周六早上八点组织大伙儿扫3号楼楼道，算个志愿活动',
  '周六上午八点组织大家扫3号楼楼道',
  '我打算组织大家周六上午八点扫3号楼楼道，就算一次志愿服务',
])('a service is called what is done, on the day that is counted: %s', async words => {
  const [answer] = await says(await pledging(), 'building_leader', words);

  expect(answer).toMatch(/志愿活动：\d+月\d+日（周六）0?8:00扫3号楼楼道”吗/u);
});

test.each(['上周六九点集合擦过宣传栏', '星期六上午九点集合擦宣传栏吗'])('no service: %s', async words => {
  expect((await says(await pledging(), 'building_leader', words))[0]).not.toContain('志愿活动：');
});

test.each(['井盖我来管', '井盖我来盯着', '门口井盖我来管吧'])(
  'who sees to reports takes the report of it: %s',
  async words => {
    const [answer, deeds] = await says(await reported(), 'building_leader', words);

    expect(answer).toContain('接过报事1');
    expect(deeds).toEqual([]);
  },
);

test('of anything else, and of anybody else, it is a small job', async () => {
  expect((await says(await reported(), 'building_leader', '2单元路灯我来管'))[1]).toEqual(['task.claim']);
  const grid = await reported();
  expect(await grid.resident(75).says('井盖我来管', inPrivate)).toContain('任务1');
});

test.each(['给3分吧，他家3号楼2单元301', '3号楼2单元301给2分'])(
  'points for a home are no mark for the works: %s',
  async words => {
    const [answer, deeds] = await says(await raised(), 'grid_secretary', words);

    expect(answer).not.toContain('以您家名义');
    expect(deeds).toEqual([]);
  },
);

test.each(['钱三千', '款三千元', '总预算三千'])('a sum is of the one draft that is prepared: %s', async words => {
  const [answer, deeds] = await says(await drafting(), 'grid_secretary', words);

  expect(answer).toContain('1号');
  expect(answer).not.toContain('以您家名义');
  expect(deeds).toEqual([]);
});

test('what is added to the works stands behind them', async () => {
  const grid = await drafting();
  await says(grid, 'grid_secretary', '1号做法：拆旧台阶浇坡道');

  const [answer] = await says(grid, 'grid_secretary', '再装一副不锈钢扶手');
  expect(answer).toContain('1号做法：拆旧台阶浇坡道，装一副不锈钢扶手');
});

test.each(['你记了哪些我核一核', '都记了啥', '还缺啥', '草稿到哪了，差啥'])(
  'the draft is shown, and nothing of the own record: %s',
  async words => {
    const [answer, deeds] = await says(await drafting(), 'grid_secretary', words);

    expect(answer).toContain('草稿');
    expect(deeds).not.toContain('data.export');
  },
);

test.each([
  ['楼道灯罩换圆的还是方的', '圆的、方的'],
  ['健身区铺塑胶的还是铺草坪的', '塑胶的、草坪的'],
  ['门口放长椅还是石凳', '长椅、石凳'],
])('choices out of a sentence are read back before all are asked: %s', async (words, choices) => {
  const [answer, deeds] = await says(await raised(), 'grid_deputy', `大家投个票，${words}，明天晚上八点截止`);

  if (deeds.length > 0 || answer.includes('选项')) expect(answer).toContain(`选项：${choices}`);
  expect(deeds).toEqual([]);
});

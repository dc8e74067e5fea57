import { expect, test } from 'vitest';
import { Meeting } from '../../../src/store/meeting/meeting.js';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, aRoundOf, theProject, unplanned } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

test.each([
  ['抱歉说错了，是2号楼和3号楼之间的空地。', '2号楼和3号楼之间的空地上安三张长椅'],
  ['不对，是五张长椅', '1号楼和2号楼之间的空地上安五张长椅'],
  ['说错了，不是长椅，是石凳', '1号楼和2号楼之间的空地上安三张石凳'],
  ['说错了，是充电桩', '1号楼和2号楼之间的空地上安三张长椅'],
])('behind a proposal “%s” and 是: %s', async (words, title) => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(40);
  await resident.says('我想提议在1号楼和2号楼之间的空地上安三张长椅。');
  const { title: raised } = await theProject(grid, 1);

  const answer = await resident.says(words);
  if (answer.includes('回复“是”')) await resident.says('是');

  expect((await theProject(grid, 1)).title.replace(/^在/u, '')).toBe(title);
  expect(raised).toContain('三张长椅');
});

/** 1号 has a meeting that has begun; 301 stands on its list. */
const meeting = playedOnce(async (): Promise<Neighbourhood> => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '楼道扶手', ...unplanned });
  await grid.role('building_leader', 2).says('1号议事会：今天上午十点，3号楼前，议题：扶手装在哪边');
  grid.now = new Date('2026-03-11T10:05:00+08:00');
  await grid.role('building_leader', 2).says('1号到场：3号楼2单元301、302');
  grid.now = new Date('2026-03-11T10:45:00+08:00');
  return grid;
});

test.each([
  ['1号301记错了，她没来', '划掉1号到场里的3号楼2单元301'],
  ['301那家没到，登错了', '划掉1号到场里的3号楼2单元301'],
  ['302没来，来的是3号楼2单元401', '记上3号楼2单元401'],
])('later on “%s” is of the list of the meeting', async (words, told) => {
  expect(await (await meeting()).role('building_leader', 2).says(words)).toContain(told);
});

test.each(['401记错了，没来', '301家里没人在', '2号301没来'])('“%s” strikes nobody', async words => {
  expect(await (await meeting()).role('building_leader', 2).says(words)).not.toContain('划掉');
});

test.each(['1号纪要再补一条，施工尽量放周末，中午不敲', '1号会议纪要漏了一条，施工尽量放周末，中午不敲'])(
  '“%s” is added to minutes that are published',
  async words => {
    const grid = await meeting();
    const leader = grid.role('building_leader', 2);
    await leader.says('1号会议纪要：扶手只装靠墙一边');
    grid.now = new Date('2026-03-12T10:45:00+08:00');

    expect(await leader.says(words)).toContain('给1号「楼道扶手」会议纪要补充“施工尽量放周末，中午不敲”');
    expect(await leader.says('是')).toContain('已补充');
    const [kept] = await grid.store.dataSource.manager.find(Meeting);
    expect(kept?.minutes).toContain('扶手只装靠墙一边');
  },
);

test('the one thing that a dispatch meeting asked for needs no number', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-16T10:00:00+08:00' });
  const leader = grid.role('building_leader', 2);
  const { building, unit, room } = leader.known!;
  await grid.role('community_secretary').says(`调度事项：${building}号楼${unit}单元${room} 3月20日前补齐公示`);

  expect(await leader.says('交办我的那件办好了，进度公示补发了，照片也贴了')).toMatch(/销号1.*回复“是”/u);
  await leader.says('是');
  expect(await grid.role('building_leader', 1).says('他那件交办的我去公示栏看了，确实贴了，可以销号')).toMatch(
    /销号1核实.*回复“是”/u,
  );
});

/** The plan of 1号 is on display. */
const displayed = playedOnce(async (): Promise<Neighbourhood> => {
  const grid = await aNeighbourhood({ now: '2026-03-10T10:00:00+08:00' });
  const planPublishedAt = new Date('2026-03-10T09:00:00+08:00');
  await aProject(grid, { title: '院里装摄像头', state: 'plan_published', planText: '装六个', planPublishedAt });
  return grid;
});

test.each([
  ['那我提异议，起码再问两家', '起码再问两家'],
  ['我要提个意见，不能对着窗户拍', '不能对着窗户拍'],
  // What was said before is meant where nothing is said beside it.
  ['那我提个异议', '就问了一家就定了'],
  ['算我提个异议，麻烦记一下', '就问了一家就定了'],
])('behind 就问了一家就定了 “%s” objects: %s', async (words, objection) => {
  const resident = (await displayed()).resident(40);
  await resident.says('就问了一家就定了');

  expect(await resident.says(words)).toContain(`1号异议：${objection}`);
});

test.each([
  ['修树那个我提个建议，3号楼窗跟前那棵大杨树顶上也锯一截，挡光', '3号楼窗跟前那棵大杨树顶上也锯一截'],
  ['修树那个，我建议从3号楼跟前先修', '从3号楼跟前先修'],
])('“%s” is an idea for the one matter that is spoken of so', async (words, idea) => {
  const grid = await aNeighbourhood({ now: '2026-03-10T10:00:00+08:00' });
  await aProject(grid, { title: '修剪院里的大树', ...unplanned });
  await aProject(grid, { title: '修好中心广场的儿童滑梯', ...unplanned });

  const answer = await grid.resident(40).says(words, inPrivate);
  expect(answer).toContain('1号');
  expect(answer).not.toContain('请问');
  if (answer.includes('回复“是”')) await grid.resident(40).says('是', inPrivate);
  expect(await grid.resident(40).says('1号建议', inPrivate)).toContain(idea);
});

test.each([
  '替我妈给充电棚认50，她住2号楼1单元302',
  '帮我妈充电棚认50元，她家是2号楼1单元302',
  '替2号楼1单元302给充电棚认50元',
])('“%s” is for that home', async words => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '东门建充电棚', ...aRoundOf(540_000, { capFen: 30_000 }) });
  const answer = await grid.resident(22).says(words, inPrivate);

  expect(answer).toMatch(/替2号楼1单元302.*50元|替2号楼1单元3＊＊.*50元/u);
});

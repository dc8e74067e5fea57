import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, theProject } from '../../support/works.js';

test('a resident raises an issue; the own household counts as the first', async () => {
  const grid = await aNeighbourhood();

  expect(await grid.resident(40).says('提案：3号楼东头装路灯，预算3000元')).toBe(
    '已登记为1号提案：3号楼东头装路灯。您家算第一户，还差4户附议；请邻居发送“附议1号”。有现场照片，就和“1号照片”一起发来。',
  );
  expect(await theProject(grid, 1)).toMatchObject({ state: 'issue_reported', place: '3号楼东头', costFen: 300_000 });
  expect(await grid.journal()).toEqual(['proposal.open']);
});

test('a stranger cannot raise an issue, and hears how to be bound', async () => {
  const grid = await aNeighbourhood();

  expect(await grid.resident('stranger').says('提案：装路灯')).toContain('请先绑定您家');
  expect(await grid.journal()).toEqual([]);
});

test('words of markdown in a title do nothing', async () => {
  const grid = await aNeighbourhood();

  expect(await grid.resident(40).says('提案：**更换** [管道](http://x)')).not.toMatch(/\*\*|\]\(/);
});

test('the fifth household makes it a topic, its proposer earns points, and the secretary is told what to say', async () => {
  const grid = await aNeighbourhood();
  const wang = grid.resident(40);
  await wang.says('提案：更换老化的暖气管道');

  expect(await grid.resident(41).says('附议1号')).toBe(
    '已附议1号「更换老化的暖气管道」，现在2户，还差3户。请邻居发送“附议1号”。',
  );
  await grid.resident(42).says('附议');
  await grid.resident(43).says('附议1号');
  const said = await grid.resident(44).says('附议1号');

  expect(said).toContain('已有5户附议，成为议题。下一步：网格书记确定选题和类别，发送“1号定为迫切需求类”');
  expect((await theProject(grid, 1)).state).toBe('topic_proposed');
  expect(await grid.posts()).toEqual([]);
  const points = await grid.inUnit(async unit => unit.credit.entries((await unit.members.view(wang.userid)).id));
  expect(points.map(({ behaviour, points: given }) => [behaviour, given])).toEqual([['topic', 3]]);
  // Another household may still second it, and nothing is awarded twice.
  expect(await grid.resident(45).says('附议1号')).toContain('现在6户');
});

test('the household that makes it a topic in private lets the group know', async () => {
  const grid = await aNeighbourhood();
  await grid.resident(40).says('提案：更换老化的暖气管道');
  for (const who of [41, 42, 43]) await grid.resident(who).says('附议1号');

  await grid.resident(44).says('附议1号', { chat: 'single' });

  expect(await grid.posts()).toEqual([expect.stringContaining('成为议题')]);
});

test('a household is counted once, the proposer’s not at all again', async () => {
  const grid = await aNeighbourhood();
  await grid.resident(40).says('提案：更换老化的暖气管道');
  await grid.resident(41).says('附议1号');

  expect(await grid.resident(41).says('附议1号')).toBe('您家已经附议过1号了，一户算一次。');
  expect(await grid.resident(40).says('附议1号')).toContain('1号是您家提的');
  expect(await grid.resident(42).says('附议9号')).toContain('没有9号项目');
});

test('with several issues open a bare 附议 is asked which, and the number answers it', async () => {
  const grid = await aNeighbourhood();
  await grid.resident(40).says('提案：更换老化的暖气管道');
  await grid.resident(50).says('提案：北门口划电动车停车位');

  expect(await grid.resident(41).says('附议')).toContain('请问是几号？\n1号 更换老化的暖气管道\n2号');
  expect(await grid.resident(41).says('2号')).toContain('已附议2号');
});

test.each([
  ['12号', '撤回1号提案', '只有提出的人能撤回'],
  ['own', '撤回1号提案', '1号提案「装路灯」已撤回。'],
  ['own', '撤销我的提案', '1号提案「装路灯」已撤回。'],
])('withdrawing by %s: %s', async (who, words, answer) => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'topic_proposed' });

  expect(await grid.resident(who === 'own' ? 40 : 50).says(words)).toContain(answer);
});

test('a project in progress cannot be withdrawn', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid);

  expect(await grid.resident(40).says('撤回1号提案')).toContain('1号项目现在是“施工中”，不能再撤回了');
});

test('the secretary sets the class of a topic, and may change it with a reason until the plan is out', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'topic_proposed', fundingClass: null });
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says('1号定为迫切需求类')).toContain('归为迫切需求类。下一步：网格书记发布方案');
  expect(await secretary.says('1号分类改成轻量影响')).toContain('改类别要写原因');
  expect(await secretary.says('1号改为轻量影响类，原因：只换灯罩')).toContain('改为轻量影响类');
  expect(await theProject(grid, 1)).toMatchObject({ state: 'topic_selected', fundingClass: 'light' });
});

test('an issue with too few households is not classed, and only a secretary does it', async () => {
  const grid = await aNeighbourhood();
  await grid.resident(40).says('提案：更换老化的暖气管道');

  expect(await grid.role('grid_secretary').says('1号定为迫切需求类')).toContain('1号提案还差4户附议');
  expect(await grid.resident(41).says('1号定为迫切需求类')).toContain('要由网格书记');
});

test('the list stands in the four steps, and what is over is only counted', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '甲', state: 'issue_reported' });
  await aProject(grid, { title: '乙', state: 'voting' });
  await aProject(grid, { title: '丙', state: 'closed' });

  expect(await grid.resident(40).says('项目列表')).toBe(
    '**分析选题**\n- 1号 甲（征集附议）\n**确定方案**\n- 2号 乙（表决中）\n已结束1个，全部见[公示栏](http://board/yinshua)。看一个发送“看看1号项目”。',
  );
});

test('of many projects twenty are listed', async () => {
  const grid = await aNeighbourhood();
  for (let each = 0; each < 23; each += 1) await aProject(grid);

  const said = await grid.resident(40).says('项目列表');

  expect(said.match(/^- /gm)).toHaveLength(20);
  expect(said).toContain('还有3个');
});

test('an empty list says how to begin', async () => {
  expect(await (await aNeighbourhood()).resident(40).says('项目列表')).toContain('发送例如“提案：');
});

test('one project is shown as far as it has come', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'plan_published' });

  const said = await grid.resident(40).says('看看1号项目');

  for (const part of [
    '1号 装路灯（方案公示中）',
    '地点：3号楼东头',
    '类别：迫切需求类',
    '预算：3,000元',
    '下一步：',
    'http://board/yinshua/1',
  ]) {
    expect(said).toContain(part);
  }
  expect(said).not.toContain(nameOf(grid, 40));
});

function nameOf(grid: Neighbourhood, who: number): string {
  return grid.resident(who).name;
}

test('the proposer renames an own proposal within a day; the group hears of it and the seconds stay', async () => {
  const grid = await aNeighbourhood();
  const wang = grid.resident(40);
  await wang.says('提案：路灯');
  await grid.resident(41).says('附议1号');

  expect(await wang.says('1号提案改名：3号楼东头的路灯换成声控的', { chat: 'single' })).toBe(
    '1号提案改名为「3号楼东头的路灯换成声控的」（原来是「路灯」），已有的附议不变。',
  );
  expect((await theProject(grid, 1)).title).toBe('3号楼东头的路灯换成声控的');
  expect(await grid.posts()).toEqual([expect.stringContaining('1号提案改名为')]);
  expect(await grid.journal()).toEqual(['proposal.open', 'proposal.support', 'proposal.rename']);
});

test('nobody else renames it, and nobody after a day', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-12T09:30:00+08:00' });
  await grid.resident(40).says('提案：装路灯');

  expect(await grid.resident(41).says('1号提案改名：装摄像头')).toContain('不是您');
  await grid.until('2026-03-13T10:30:00+08:00');
  expect(await grid.resident(40).says('1号提案改名：装声控路灯')).toContain('已过一天');
  expect((await theProject(grid, 1)).title).toBe('装路灯');
});

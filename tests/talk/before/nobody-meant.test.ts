import { expect, test } from 'vitest';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';
import { aProject } from '../../support/works.js';

const leaders = async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { state: 'pledging', budgetFen: 3_000_000 });
  return grid;
};
/** Where 1号 is collected for. */
const round = playedOnce(leaders);
/** Where the plan of 1号 may be voted on. */
const ready = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { state: 'plan_published', planPublishedAt: new Date('2026-03-01T09:00:00+08:00') });
  return grid;
});

test.each([
  ['她说改成80', '撤回替3号楼2单元502说的认捐100元，替3号楼2单元502给1号「装路灯」认捐80元吗'],
  ['人家又说只出八十', '替3号楼2单元502给1号「装路灯」改为认捐80元'],
  ['改成80', '撤回替3号楼2单元502说的认捐100元，替3号楼2单元502给1号「装路灯」认捐80元吗'],
  ['算了她说她自己来弄，撤了吧', '撤回替3号楼2单元502说的1号「装路灯」的认捐'],
  ['那户又不出了', '撤回替3号楼2单元502说的1号「装路灯」的认捐'],
])('behind what a leader said for another home “%s” is about that home', async (words, what) => {
  const grid = await round();
  const leader = grid.resident('r061');
  await leader.says('1号我出200元', { chat: 'single' });
  await leader.says('替3号楼2单元502给1号认捐100元', { chat: 'single' });

  expect(await leader.says(words, { chat: 'single' })).toContain(what);
  const answer = await leader.says('是', { chat: 'single' });
  expect(answer).toContain('3号楼2单元5＊＊');
  expect(answer).toContain('已告诉那一户');
});

test('who gives for a neighbour changes the own promise', async () => {
  const grid = await round();
  const giver = grid.resident('r072');
  await giver.says('替3号楼2单元502给1号认捐100元', { chat: 'single' });

  expect(await giver.says('她说改成80', { chat: 'single' })).toContain('已把您家给1号的认捐从100元改为80元');
});

test.each(['她家人真好', '她要是改成80呢', '她说改成多少合适', '3号楼2单元501那家说改成80'])(
  'behind what a leader said for another home “%s” changes nothing',
  async words => {
    const grid = await round();
    const leader = grid.resident('r061');
    await leader.says('替3号楼2单元502给1号认捐100元', { chat: 'single' });
    const before = (await grid.journal()).length;

    await leader.says(words, { chat: 'single' });
    expect(await grid.journal()).toHaveLength(before);
  },
);

test('who gives for a neighbour takes the own promise back', async () => {
  const grid = await round();
  const giver = grid.resident('r072');
  await giver.says('替3号楼2单元502给1号认捐100元', { chat: 'single' });

  expect(await giver.says('她说她自己来认，撤了吧', { chat: 'single' })).toContain('您是要撤回刚才给1号的认捐100元吗');
});

test.each([
  ['手头紧，少出点，一百吧', 100],
  ['二百太多了，改一百二', 120],
  ['孩子上学，减到一百五', 150],
  ['少出五十', 150],
])('“%s” takes the place of what was promised, and adds nothing', async (words, yuan) => {
  const grid = await round();
  await grid.resident('r075').says('1号我出200元', { chat: 'single' });

  expect(await grid.resident('r075').says(words, { chat: 'single' })).toContain(`改为认捐${yuan}元`);
  expect(await grid.resident('r075').says('是', { chat: 'single' })).toContain(`从200元改为${yuan}元`);
});

test.each([
  ['刷楼道中，飞线不中', '3号您家投了同意', '4号您家投了反对'],
  ['楼道那个行 飞线不行吧', '3号您家投了同意', '4号您家投了反对'],
  ['3号要得，4号要不得', '3号您家投了同意', '4号您家投了反对'],
  ['飞线弃权，楼道没意见', '4号您家投了弃权', '3号您家投了同意'],
])('“%s” votes on each of two matters', async (words, one, other) => {
  const grid = await twoOfEach();
  const answer = await grid.resident(20).says(words, { chat: 'group' });

  expect(answer).toContain(one);
  expect(answer).toContain(other);
});

test('a word of yes to one matter is read back', async () => {
  const grid = await twoOfEach();

  expect(await grid.resident(20).says('飞线中', { chat: 'group' })).toContain('您是要给4号「清飞线」投“同意”吗');
});

test.each(['刷楼道中不中，飞线中不中', '飞线不行了，掉下来一根', '路灯中，台阶不中', '飞线可以绕着走，楼道可以慢慢来'])(
  '“%s” is no vote',
  async words => {
    const grid = await twoOfEach();

    await grid.resident(20).says(words, { chat: 'group' });
    expect((await grid.journal()).filter(line => line.includes('poll.vote'))).toEqual([]);
  },
);

test.each([
  ['发起1号的表决，给大家三天时间', '3月14日（周六）23:59截止'],
  ['1号发起表决，投一周', '3月18日（周三）23:59截止'],
  ['1号可以发起表决了，为期5天', '3月16日（周一）23:59截止'],
])('“%s” opens the vote for so long, once it is read back', async (words, end) => {
  const grid = await ready();

  expect(await grid.role('grid_secretary').says(words, { chat: 'single' })).toContain(end);
  expect((await grid.journal()).join('\n')).not.toContain('poll.open');
  await grid.role('grid_secretary').says('是', { chat: 'single' });
  expect((await grid.journal()).join('\n')).toContain('poll.open');
});

test('a plan that was shown for three days is voted on for as long as ever', async () => {
  const grid = await ready();

  expect(await grid.role('grid_secretary').says('1号发起表决', { chat: 'single' })).toContain('表决已发起');
});

test.each(['什么时候可以发起表决', '几时能投票啊'])('“%s” asks, and opens nothing', async words => {
  const grid = await ready();

  expect(await grid.role('grid_secretary').says(words, { chat: 'single' })).toContain('1号「装路灯」现在：方案公示中');
});

test.each(['建议给老王装个刹车，他跑得太快', '提议给小李配个喇叭'])(
  '“%s” is read back before it is raised',
  async words => {
    const grid = await round();

    expect(await grid.resident('r077').says(words, { chat: 'group' })).not.toContain('已登记');
    expect((await grid.journal()).join('\n')).not.toContain('proposal.open');
  },
);

test.each(['借我200', '谁借点钱，三百就行'])('“%s” is no promise, and is not asked about as one', async words => {
  const grid = await round();

  expect(await grid.resident('r077').says(words, { chat: 'group' })).not.toContain('认捐');
});

import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

/** An open owners' vote; its deadline is 28 March 23:59. */
async function aVote() {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
  await aProject(grid, { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') });
  const leader = grid.role('building_leader');
  await leader.says('1号发起业主表决，10天后截止');
  return { grid, leader, checker: grid.role('grid_worker'), supervisor: grid.role('supervisor') };
}

/** A picture of its own, sent in private just before the sentence. */
async function showsPaper(grid: Neighbourhood, person: Person, sheet: string): Promise<void> {
  await person.sends(`sheet ${sheet}`);
  expect(person.last.text).toContain('照片收到了');
  expect(grid).toBeDefined();
}

/** Home 50 is 2号楼3单元101 in the sample. */
const voter = 50;
const home = '2号楼3单元101';

async function status(grid: Neighbourhood): Promise<string> {
  return grid.resident(100).says('1号投票情况');
}

test('a paper ballot counts once a second person has held the picture against it', async () => {
  const { grid, leader, checker } = await aVote();
  await showsPaper(grid, leader, 'a');

  expect(await leader.says(`1号纸票：${home} 同意`, { chat: 'single' })).toContain('编号1');
  expect(await status(grid)).toContain('已有0人投票');
  expect(await leader.says('核对纸票1一致', { chat: 'single' })).toContain('登记的人不能自己核对');

  expect(await checker.says('看纸票1')).toContain('只在私聊里看');
  expect(await checker.says('看纸票1', { chat: 'single' })).toContain(`${home}，登记为“同意”`);
  expect(checker.last.pictures).toHaveLength(1);
  expect(await checker.says('核对纸票1一致', { chat: 'single' })).toContain('已计入');
  expect(await status(grid)).toContain('已有1人投票');

  const told = await grid.resident(voter).says('我的票', { chat: 'single' });
  expect(told).toContain('1号表决的纸票已登记');
  expect(told).toContain('同意（纸票）');
});

test.each([
  ['的老太太同意', '同意'],
  ['，老两口都说不同意', '反对'],
  [' 他家弃权', '弃权'],
])('a paper that says its choice among other words (%s) is read back as %s', async (words, choice) => {
  const { grid, leader } = await aVote();
  await showsPaper(grid, leader, 'd');

  expect(await leader.says(`1号纸票，${home}${words}`, { chat: 'single' })).toContain(`的纸票“${choice}”吗`);
  expect(await grid.journal()).not.toContain('paper.enter');
  // What was tried and undone leaves a gap in the numbers of PostgreSQL.
  expect(await leader.says('是', { chat: 'single' })).toMatch(/编号\d/u);
});

test('of a poll with options it is the option that the paper says, though 同意 is in it', async () => {
  const { grid, leader, checker } = await aVote();
  await leader.says('发起投票：楼前装门怎么出钱，选项同意自己出钱、同意不出钱、不装，10天后截止');
  await showsPaper(grid, leader, 'o');

  expect(await leader.says(`2号纸票：${home} 同意不出钱`, { chat: 'single' })).toContain('编号1');
  expect(await checker.says('看纸票1', { chat: 'single' })).toContain('登记为“同意不出钱”');
});

test.each([
  ['no picture', null, `1号纸票：${home} 同意`, '没有照片不能登记'],
  ['an address that is nobody’s', 'b', '1号纸票：9号楼1单元101 同意', '花名册里没有'],
  ['a choice that is none', 'c', `1号纸票：${home} 随便`, '可选：同意、反对、弃权'],
] as const)('a paper ballot with %s is refused', async (_, sheet, said, sentence) => {
  const { grid, leader } = await aVote();
  if (sheet) await showsPaper(grid, leader, sheet);

  expect(await leader.says(said, { chat: 'single' })).toContain(sentence);
  expect(await grid.journal()).not.toContain('paper.enter');
});

test('the same picture proves one ballot, and a picture waits half an hour', async () => {
  const { grid, leader } = await aVote();
  await showsPaper(grid, leader, 'a');
  await leader.says(`1号纸票：${home} 同意`, { chat: 'single' });
  await showsPaper(grid, leader, 'a');
  expect(await leader.says('1号纸票：2号楼3单元102 同意', { chat: 'single' })).toContain('已经登记过');

  await showsPaper(grid, leader, 'b');
  grid.now = new Date('2026-03-18T09:31:00+08:00');
  expect(await leader.says('1号纸票：2号楼3单元102 同意', { chat: 'single' })).toContain('没有照片');
});

test('what does not agree with the picture goes back, and may be entered anew', async () => {
  const { grid, leader, checker } = await aVote();
  await showsPaper(grid, leader, 'a');
  await leader.says(`1号纸票：${home} 反对`, { chat: 'single' });

  expect(await checker.says('核对纸票1不符', { chat: 'single' })).toContain('已退回');
  expect((await grid.postsTo(leader.userid)).at(-1)).toContain('核对不符');
  await showsPaper(grid, leader, 'b');
  expect(await leader.says(`1号纸票：${home} 同意`, { chat: 'single' })).toContain('编号2');
});

test('checked paper goes before chat and locks the voter, until it is disputed or withdrawn in writing', async () => {
  const { grid, leader, checker, supervisor } = await aVote();
  const owner = grid.resident(voter);
  await owner.says('1号反对');
  await showsPaper(grid, leader, 'a');
  await leader.says(`1号纸票：${home} 同意`, { chat: 'single' });
  await checker.says('核对纸票1一致', { chat: 'single' });

  expect(await status(grid)).toContain('已有1人投票');
  expect(await owner.says('1号反对')).toContain('以纸票为准');
  expect(await owner.says('1号纸票有误')).toContain('已停用');
  expect((await grid.postsTo(supervisor.userid)).at(-1)).toContain('本人提出有误');
  // The word in chat stands again.
  expect(await owner.says('我的票', { chat: 'single' })).toContain('反对');
  expect(await owner.says('1号弃权', { chat: 'single' })).toContain('改投了弃权');

  await showsPaper(grid, leader, 'b');
  await leader.says(`1号纸票：${home} 同意`, { chat: 'single' });
  await checker.says('核对纸票2一致', { chat: 'single' });
  expect(await leader.says('撤回纸票2', { chat: 'single' })).toContain('没有照片');
  await showsPaper(grid, leader, 'c');
  expect(await leader.says('撤回纸票2', { chat: 'single' })).toContain('已按本人书面要求撤回');
  expect(await owner.says('1号同意', { chat: 'single' })).toContain('投了同意');
});

test('supervisors see every assisted ballot and whom to call back, and no choice', async () => {
  const { grid, leader, checker, supervisor } = await aVote();
  for (const [index, room] of ['101', '102', '201'].entries()) {
    await showsPaper(grid, leader, `sheet ${index}`);
    await leader.says(`1号纸票：2号楼3单元${room} 反对`, { chat: 'single' });
  }
  await checker.says('核对纸票1一致', { chat: 'single' });

  expect(await supervisor.says('1号纸票清单')).toContain('只在私聊里看');
  const list = await supervisor.says('1号纸票清单', { chat: 'single' });
  expect(list).toMatch(/1\. 2号楼3单元1＊＊：.＊+登记，.＊+核对，已核对，计票/u);
  expect(list).toContain('3. 2号楼3单元2＊＊');
  expect(list).toMatch(/建议电话回访：\d号/u);
  expect(list).not.toContain('反对');
  expect(await grid.resident(70).says('1号纸票清单', { chat: 'single' })).toContain('监管小组成员');
});

test('after the deadline nothing is entered, checked or disputed', async () => {
  const { grid, leader, checker } = await aVote();
  await showsPaper(grid, leader, 'a');
  await leader.says(`1号纸票：${home} 同意`, { chat: 'single' });
  await grid.until('2026-03-29T10:00:00+08:00');

  expect(await checker.says('核对纸票1一致', { chat: 'single' })).toContain('已经截止');
  expect(await grid.resident(voter).says('1号纸票有误')).toContain('已经截止');
  expect((await grid.posts()).find(text => text.includes('结果公告'))).toContain('待核对的纸票1张没有计入');
});

test('an agent votes with a checked paper, for three at most, and the principal’s own word goes first', async () => {
  const { grid, leader, checker } = await aVote();
  const agent = grid.resident(voter);
  for (const [index, room] of ['102', '201', '202'].entries()) {
    await showsPaper(grid, leader, `mandate ${index}`);
    expect(await leader.says(`1号委托：2号楼3单元${room}由${home}代投`, { chat: 'single' })).toContain(
      `编号${index + 1}`,
    );
  }
  await showsPaper(grid, leader, 'mandate 4');
  expect(await leader.says(`1号委托：2号楼3单元301由${home}代投`, { chat: 'single' })).toContain('最多替3户投票');

  expect(await agent.says('1号代2号楼3单元102同意')).toContain('没有这一户');
  expect(await leader.says('核对委托1一致', { chat: 'single' })).toContain('不能自己核对');
  expect(await checker.says('核对委托1一致', { chat: 'single' })).toContain('已核对生效');
  expect(await agent.says('1号代2号楼3单元102同意')).toContain('记下了');
  expect(await status(grid)).toContain('已有1人投票');
  await grid.resident(51).says('1号反对');
  expect(await grid.resident(51).says('我的票', { chat: 'single' })).toContain('反对');
  expect(await status(grid)).toContain('已有1人投票');
});

test('an agent hears that the principal voted in person; the principal hears of no other one at home', async () => {
  const { grid, leader, checker } = await aVote();
  const [agent, principal] = [grid.resident(voter), grid.resident(51)];
  await showsPaper(grid, leader, 'mandate');
  await leader.says(`1号委托：2号楼3单元102由${home}代投`, { chat: 'single' });
  await checker.says('核对委托1一致', { chat: 'single' });
  await agent.says('1号代2号楼3单元102同意');

  expect(await principal.says('1号反对', { chat: 'single' })).toContain('改投了反对');
  expect((await grid.postsTo(agent.userid)).at(-1)).toContain('委托人自己投了，以本人的为准');
  expect((await grid.postsTo(principal.userid)).join()).not.toContain('家里另一位');
  // What the principal said in person stands, whatever the agent tries, and nobody is told a second time.
  const told = (await grid.postsTo(agent.userid)).length;
  expect(await agent.says('1号代2号楼3单元102同意')).toContain('本人');
  expect(await principal.says('我的票', { chat: 'single' })).toContain('反对');
  await principal.says('1号弃权', { chat: 'single' });
  expect(await grid.postsTo(agent.userid)).toHaveLength(told);
});

test('who voted in person before the agent did is not voted for', async () => {
  const { grid, leader, checker } = await aVote();
  const [agent, principal] = [grid.resident(voter), grid.resident(51)];
  await showsPaper(grid, leader, 'mandate');
  await leader.says(`1号委托：2号楼3单元102由${home}代投`, { chat: 'single' });
  await checker.says('核对委托1一致', { chat: 'single' });

  await principal.says('1号反对', { chat: 'single' });
  const deeds = await grid.journal();
  expect(await agent.says('1号代2号楼3单元102同意')).toContain('本人');
  expect(await grid.journal()).toEqual(deeds);
  expect((await grid.postsTo(principal.userid)).join()).not.toContain('改投');
});

test.each([
  ['the opener', 0],
  ['a supervisor', 35],
  ['the contractor', 13],
] as const)('%s may not vote for others', async (_, index) => {
  const { grid, leader } = await aVote();
  const { building, unit, room } = grid.resident(index).known ?? { building: 0, unit: 0, room: '' };
  await showsPaper(grid, leader, 'mandate');

  expect(await leader.says(`1号委托：${home}由${building}号楼${unit}单元${room}代投`, { chat: 'single' })).toContain(
    '不能替别人投票',
  );
});

test('co-owners who differ count for nothing until they name one of them in writing', async () => {
  const { grid, leader, checker } = await aVote();
  await grid.inUnit(async unit => {
    const owner = await unit.members.view('r051');
    const other = await unit.members.view('r052');
    if (owner.household && other.household)
      await unit.members.keepHousehold(
        Object.assign(owner.household, { owners: [owner.name, other.name], userids: ['r051', 'r052'] }),
      );
    const row = await unit.members.byUserid('r052');
    if (row) await unit.members.keep(Object.assign(row, { householdId: owner.householdId }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  const [one, two] = [grid.resident(50), grid.resident(51)];

  await one.says('1号同意');
  expect(await status(grid)).toContain('已有1人投票');
  await two.says('1号反对');
  expect(await status(grid)).toContain('已有0人投票');
  // Publicly it would tell how the second of them voted; they hear of it in private.
  expect(await status(grid)).not.toContain('共有人意见不一');
  expect((await grid.postsTo('r051')).at(-1)).toContain('书面推一位代表');

  await showsPaper(grid, leader, 'mandate');
  await leader.says(`1号代表：${home}推${two.name}代表`, { chat: 'single' });
  await checker.says('核对委托1一致', { chat: 'single' });
  expect(await status(grid)).toContain('已有1人投票');
  expect(await two.says('我的票', { chat: 'single' })).toContain('反对');
});

test('a unit whose owner has died waits for its heir, and stays in the whole', async () => {
  const { grid } = await aVote();
  await grid.inUnit(async unit => {
    const { household } = await unit.members.view('r051');
    if (household)
      await unit.members.keepHousehold(Object.assign(household, { owners: [`${household.owners[0]}（已故）`] }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  expect(await grid.resident(voter).says('1号同意')).toContain('等继承人确认');
  expect(await status(grid)).toContain('要够数还差79人');
});

/** Three papers on one picture, and a fourth on a picture of its own. */
async function aSheet() {
  const { grid, leader, checker, supervisor } = await aVote();
  await showsPaper(grid, leader, 'of three');
  const sheet = ['101 同意', '102 反对', '201 同意'].map(line => `1号楼1单元${line}`).join('、');
  expect(await leader.says(`1号一批纸票：${sheet}`, { chat: 'single' })).toContain('编号1到3');
  await showsPaper(grid, leader, 'of one');
  expect(await leader.says('1号纸票：1号楼1单元202 同意', { chat: 'single' })).toContain('编号4');
  return { grid, leader, checker, supervisor };
}

test.each([
  ['1号楼1单元101 同意、102 反对、201 同意', 3],
  ['1号楼1单元101 同意，102室：反对；2单元101 弃权', 3],
  ['1号楼1单元101 同意 102 反对 201 同意', 3],
  ['1-1-101 同意、202 同意', 2],
  // No home to begin with, and nothing said of one.
  ['101 同意、102 反对', 0],
  ['1号楼1单元101 同意、102', 0],
])('a batch “%s”: a door is of the entrance before it, and %i are entered', async (sheet, count) => {
  const { grid, leader } = await aVote();
  await showsPaper(grid, leader, 'of all');

  // What only blanks part is read back.
  if ((await leader.says(`1号一批纸票：${sheet}`, { chat: 'single' })).includes(`${count}张纸票`))
    await leader.says('是', { chat: 'single' });

  expect((await grid.journal()).filter(deed => deed === 'paper.enter')).toHaveLength(count);
});

test('papers on one picture are checked at one look, each with its own line in the journal', async () => {
  const { grid, checker } = await aSheet();

  expect(await checker.says('核对纸票1到3一致', { chat: 'single' })).toContain('纸票1到3共3张核对一致，已计入1号表决');
  expect(await status(grid)).toContain('已有3人投票');
  expect((await grid.journal()).filter(deed => deed === 'paper.check')).toHaveLength(3);
});

test.each([
  ['核对纸票1到4一致', '同一张照片'],
  ['核对纸票1到3不符', '核对纸票1不符'],
  ['核对纸票2到1一致', '没有一起核对'],
  ['核对纸票4到4一致', '没有一起核对'],
])('“%s” checks none of them', async (said, reason) => {
  const { grid, checker, leader } = await aSheet();

  expect(await checker.says(said, { chat: 'single' })).toContain(reason);
  expect(await leader.says('核对纸票1到3一致', { chat: 'single' })).toContain('没有一起核对');
  expect(await status(grid)).not.toMatch(/已有[1-9]/u);
  expect(await grid.journal()).not.toContain('paper.check');
});

test.each([
  ['看纸票2', '这张不符 照片上勾的是反对', '核对纸票2不符'],
  ['看纸票2', '对的 核对一致', '核对纸票2一致'],
  ['看纸票1', '一致，照片上就是这么写的', '核对纸票1一致'],
  // What is named is meant, whatever was looked at.
  ['看纸票2', '1号楼1单元101那张一致', '核对纸票1一致'],
])('behind “%s” the words “%s” are read back as %s', async (look, words, deed) => {
  const { grid, leader, checker } = await aVote();
  for (const [picture, room] of [
    ['one', '101 同意'],
    ['two', '102 同意'],
  ] as const) {
    await showsPaper(grid, leader, picture);
    await leader.says(`1号纸票：1号楼1单元${room}`, { chat: 'single' });
  }
  await checker.says(look, { chat: 'single' });

  expect(await checker.says(words, { chat: 'single' })).toContain(deed);
  expect(await grid.journal()).not.toContain('paper.check');
  await checker.says('是', { chat: 'single' });
  expect(await grid.journal()).toContain('paper.check');
});

test('what was looked at too long ago, or not at all, is asked for', async () => {
  const { grid, leader, checker } = await aVote();
  for (const room of ['101', '102']) {
    await showsPaper(grid, leader, room);
    await leader.says(`1号纸票：1号楼1单元${room} 同意`, { chat: 'single' });
  }
  await checker.says('看纸票2', { chat: 'single' });
  grid.now = new Date(grid.now.getTime() + 11 * 60_000);

  await checker.says('这张不符', { chat: 'single' });
  await checker.says('是', { chat: 'single' });
  expect(await grid.journal()).not.toContain('paper.check');
});

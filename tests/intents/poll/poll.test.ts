import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';

/** A project whose plan is out, and a leader who may put it to the vote. */
async function aPlan(households = 118) {
  const grid = households === 118 ? await aPlanOf118() : await planned(households);
  return { grid, leader: grid.role('building_leader') };
}

const aPlanOf118 = playedOnce(() => planned(118));

async function planned(households: number): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ households, now: '2026-02-05T10:00:00+08:00' });
  const secretary = grid.role('grid_secretary');
  await grid.resident(20).says('提案：更换老化的电力线路，预算2万元');
  for (const index of [21, 22, 23, 24]) await grid.resident(index).says('附议1号');
  await secretary.says('1号定为迫切需求类');
  if (await isQuestion(secretary.last.text)) await secretary.says('是');
  for (const said of ['1号责任核查', '6', '1998年建成，已过保修']) await secretary.says(said);
  await secretary.says('发布1号方案：更换全院电力线路，预算2万元');
  grid.now = new Date('2026-03-02T10:00:00+08:00');
  return grid;
}

async function isQuestion(text: string): Promise<boolean> {
  return text.includes('回复“是”');
}

async function aPoll(households = 118) {
  const { grid, leader } = await aPlan(households);
  await leader.says('1号发起表决，3天后截止');
  return { grid, leader, card: leader.last.card };
}

async function isVotedBy(grid: Neighbourhood): Promise<string> {
  return grid.resident(40).says('1号投票情况');
}

test('a leader opens a poll; the group gets the card and the words, with rule and deadline', async () => {
  const { grid, leader } = await aPlan();

  await leader.says('1号发起表决，3天后截止');

  expect(leader.last.card).toMatchObject({ title: '1号表决：一户一票', desc: '截止3月5日（周四）23:59' });
  expect(leader.last.card?.buttons?.map(({ text }) => text)).toEqual(['同意', '反对', '弃权']);
  expect((await grid.posts()).at(-1)).toMatch(/【表决通知】1号[^]*过半数[^]*3月5日（周四）23:59/);
});

test.each(['那1号老化线路咱就发起表决吧', '1号线路的事发起表决，大家都来投'])(
  'the question about a plan is whether it is agreed to, unless another is asked: “%s”',
  async words => {
    const { grid, leader } = await aPlan();

    const asked = await leader.says(`${words}，3天后截止`);
    if (await isQuestion(asked)) await leader.says('是');
    expect((await grid.posts()).at(-1)).toContain('是否同意“更换老化的电力线路”的方案');
  },
);

test('typed and pressed votes are the same deed, and the last one of a household counts', async () => {
  const { grid, card } = await aPoll();
  const resident = grid.resident(20);

  expect(await resident.says('同意', { chat: 'single' })).toContain(
    '您家对1号「是否同意“更换老化的电力线路”的方案」投了同意，截止前可以改。回执码',
  );
  await resident.presses(card, '反对');

  expect(resident.last.card).toMatchObject({ title: '您家已投：反对', updates: 'presser' });
  expect(await isVotedBy(grid)).toContain('已有1户投票。要够数还差59户。');
  expect((await grid.journal()).filter(deed => deed === 'poll.vote')).toHaveLength(2);
});

test.each([
  ['1', '同意'],
  ['２', '反对'],
  ['@议事小助手 3', '弃权'],
])('with one poll open, a bare %s is %s', async (said, choice) => {
  const { grid } = await aPoll();

  expect(await grid.resident(20).says(said)).toContain(`投“${choice}”`);
  expect(await grid.resident(20).says('是')).toContain(`投了${choice}`);
});

test('while a poll is open nobody is told how the votes stand, however many there are', async () => {
  const { grid } = await aPoll();
  for (let index = 20; index < 80; index += 1) await grid.resident(index).says(index < 60 ? '1号同意' : '1号反对');

  for (const asked of ['1号投票情况', '1号还差多少']) {
    const told = await grid.role('grid_secretary').says(asked);
    expect(told).toContain('已有60');
    expect(told).not.toMatch(/同意\d|反对\d|弃权\d/u);
  }
});

test('at the deadline a vote is refused and nothing is recorded, even before the count', async () => {
  const { grid, card } = await aPoll();
  grid.now = new Date('2026-03-05T23:59:00+08:00');
  const deeds = await grid.journal();

  expect(await grid.resident(20).says('1号同意')).toContain('已经截止');
  expect((await grid.resident(20).presses(card, '同意')).text).toContain('已经截止');
  expect(await grid.journal()).toEqual(deeds);
});

test('the group is reminded once, a day before the end: how many are missing, never which', async () => {
  const { grid } = await aPoll();
  await grid.resident(20).says('1号同意');

  await grid.until('2026-03-05T20:00:00+08:00');

  const reminders = (await grid.posts()).filter(text => text.includes('【表决提醒】'));
  expect(reminders).toHaveLength(1);
  expect(reminders[0]).toContain('已有1户投票。要够数还差59户。3月5日');
});

test.each([
  { agree: 31, disagree: 29, of: 118, says: '通过**', state: '结果公示中' },
  { agree: 30, disagree: 30, of: 118, says: '未通过**', state: '表决未通过' },
  { agree: 59, disagree: 0, of: 118, says: '未达到过半数', state: '参与不足' },
])('$agree to $disagree of $of: $says', async ({ agree, disagree, says, state }) => {
  const { grid } = await aPoll();
  for (let index = 0; index < agree + disagree; index += 1)
    await grid.resident(index).says(index < agree ? '1号同意' : '1号反对');

  await grid.until('2026-03-06T00:10:00+08:00');

  const notice = (await grid.posts()).find(text => text.includes('【结果公告】'));
  expect(notice).toContain(says);
  expect(await grid.resident(20).says('看看1号项目')).toContain(state);
});

test('a result is posted once, at the deadline, however often the job runs and however late', async () => {
  const { grid } = await aPoll();
  for (let index = 0; index < 60; index += 1) await grid.resident(index).says('1号同意');

  grid.now = new Date('2026-03-07T12:00:00+08:00');
  await grid.scheduler.run('close-due-polls');
  await grid.scheduler.run('close-due-polls');

  expect((await grid.posts()).filter(text => text.includes('【结果公告】'))).toHaveLength(1);
  expect(await grid.inUnit(async unit => (await unit.polls.byNo(1))?.closedAt)).toEqual(
    new Date('2026-03-05T23:59:00+08:00'),
  );
});

test('a poll about colours sounds out, by label, letter or card', async () => {
  const { grid, leader } = await aPlan();

  expect(await leader.says('发起投票：楼道刷什么颜色，选项白色、米黄、浅灰，明晚八点截止')).toContain('2号表决已发起');
  const { card } = leader.last;
  expect(card?.choices?.options.map(({ text }) => text)).toEqual(['白色', '米黄', '浅灰']);
  await grid.resident(20).presses(card, '米黄');
  expect(grid.resident(20).last).toBeDefined();
  expect(await grid.resident(21).says('2号选白色')).toContain('投了白色');
  expect(await grid.resident(22).says('2号选紫色')).toContain('可选：白色、米黄、浅灰');
  await grid.until('2026-03-03T20:05:00+08:00');

  expect((await grid.posts()).at(-1)).toMatch(/【结果公告】2号[^]*参与：2\/118户[^]*不具约束力/);
});

/** 2号 asks what is to be done, with two options that begin alike. */
async function alike(): Promise<Neighbourhood> {
  const { grid, leader } = await aPlan();
  await leader.says('发起投票：先做哪样，选项东头装灯、东头种树、西头装灯，明晚八点截止');
  return grid;
}

test.each(['2号选东头', '2号选装灯'])('“%s” that fits two options is no vote, and is asked about', async words => {
  const resident = (await alike()).resident(20);

  expect(await resident.says(words)).toContain('东头装灯、东头种树、西头装灯');
});

test.each([
  ['2号选西头', '西头装灯'],
  ['2号选种树', '东头种树'],
  ['2号选B', '东头种树'],
])('“%s” that fits one option is a vote for it', async (words, option) => {
  expect(await (await alike()).resident(20).says(words)).toContain(`投了${option}`);
});

test.each(['怎么表态', '咋投', '投票怎么操作啊', '投了还能改吗', '先投哪个', '撤销2号投票', '怎么投票'])(
  'whoever says “%s” of a poll with options hears its options as examples',
  async words => {
    const answer = await (await alike()).resident(20).says(words, { chat: 'single' });

    expect(answer).toMatch(/“2号选(?:东头装灯|东头种树)”/u);
    expect(answer).not.toMatch(/2号(?:同意|反对)/u);
  },
);

test('with two polls open a bare 同意 is asked which', async () => {
  const { grid, leader } = await aPoll();
  await leader.says('发起投票：要不要装梯控，明晚八点截止');
  const resident = grid.resident(20);

  expect(await resident.says('同意')).toMatch(/请问是几号/);
  expect(await resident.says('1号')).toContain('投了同意');
});

test('ending a poll early asks first while households are missing, and is for its opener or a secretary', async () => {
  const { grid, leader } = await aPoll();

  expect(await grid.role('building_leader', 1).says('结束1号表决')).toContain('要由发起人或网格书记来结束');
  expect(await leader.says('结束1号表决')).toContain('还有118户没投');
  expect(await leader.says('不是')).toContain('没有记');
  await leader.says('结束1号表决');
  expect(await leader.says('是')).toContain('已结束');
  expect(await isVotedBy(grid)).toContain('结论');
});

test.each([
  ['1号发起表决，昨天截止', '已经过去'],
  ['1号发起表决，明年12月1日截止', '最长30天'],
  ['99号发起表决，明晚八点截止', '没有99号项目'],
])('“%s” is refused in one sentence', async (said, sentence) => {
  const { grid, leader } = await aPlan();

  expect(await leader.says(said)).toContain(sentence);
  expect(await grid.journal()).not.toContain('poll.open');
});

test('who may not open a poll is told who may', async () => {
  const { grid } = await aPlan();

  expect(await grid.resident(25).says('1号发起表决，3天后截止')).toContain('楼长');
});

test('a vote earns the same point whatever it says', async () => {
  const { grid } = await aPoll();
  await grid.resident(20).says('1号同意');
  await grid.resident(21).says('1号反对');

  const points = async (index: number) =>
    /可用积分\D*(\d+)/.exec(await grid.resident(index).says('我的积分', { chat: 'single' }))?.[1];
  expect(await points(21)).toBe('1');
  // The proposer has earned for the topic besides.
  expect(await points(20)).toBe('4');
});

test('a bare number is read back before it is recorded', async () => {
  const { grid } = await aPoll();
  const resident = grid.resident(20);

  expect(await resident.says('1')).toBe('您是要给1号「更换老化的电力线路」投“同意”吗？回复“是”确认，“不是”取消。');
  expect(await isVotedBy(grid)).toContain('已有0户投票');
  await resident.says('是');
  expect(await isVotedBy(grid)).toContain('已有1户投票');
});

test('a vote is undone until the deadline: back to the last word, or to none', async () => {
  const { grid } = await aPoll();
  const resident = grid.resident(20);

  expect(await resident.says('撤销投票')).toContain('没有票可以撤销');
  await resident.says('1号同意');
  await resident.says('1号反对');
  expect(await resident.says('撤销投票')).toContain('恢复为同意');
  await grid.resident(21).says('1号反对');
  expect(await grid.resident(21).says('撤回我的投票')).toContain('现在没有投票');
  expect(await isVotedBy(grid)).toContain('已有1户投票');

  grid.now = new Date('2026-03-06T10:00:00+08:00');
  expect(await resident.says('撤销1号投票')).toContain('已经截止');
});

test('several options may be chosen where the leader says so, and each is counted', async () => {
  const { grid, leader } = await aPlan();
  await leader.says('发起投票：楼前添什么，可多选，选项长椅、路灯、花坛，明晚八点截止');
  const { card } = leader.last;
  expect(card?.choices).toMatchObject({ many: true });
  expect(card?.text).toContain('楼前添什么。');

  expect(await grid.resident(20).says('2号选长椅、花坛')).toContain('投了长椅、花坛');
  for (const index of [21, 22, 23, 24]) await grid.resident(index).says('2号选路灯');
  expect(await grid.resident(9).says('2号投票情况')).toMatch(/已有5户投票(?!.*路灯\d)/u);
  await grid.until('2026-03-03T20:30:00+08:00');
  // What fewer than five took stands together.
  expect(await grid.resident(9).says('2号投票情况')).toContain('长椅、路灯、花坛合计6户');
});

test('a poll that all must agree to passes with all of them only', async () => {
  const { grid, leader } = await aPlan(30);
  await leader.says('1号发起表决，全体同意才算通过，3天后截止');
  expect(leader.last.card?.text).toContain('每一户都投票并且都同意');
  for (let index = 0; index < 29; index += 1) await grid.resident(index).says('1号同意');
  expect(await grid.resident(9).says('1号投票情况')).toContain('要够数还差1户');
  await grid.until('2026-03-06T00:10:00+08:00');

  expect((await grid.posts()).find(text => text.includes('【结果公告】'))).toMatch(/未达到全部[^]*达到全部[^]*未通过/u);
});

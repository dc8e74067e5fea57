import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, received, theProject } from '../../support/works.js';
import { twoOfEach } from '../../support/two-of-each.js';
import { JournalLine } from '../../../src/store/engine/journal-line.js';

const report = playedOnce(async () => {
  const grid = await aNeighbourhood();
  await grid.resident(20).says('报事：3号楼2单元下水道反味，一楼有积水', { chat: 'single' });
  return grid;
});
const vote = playedOnce(async () => {
  const grid = await twoOfEach();
  await grid.resident(20).says('3号反对', { chat: 'single' });
  return grid;
});
const pledge = playedOnce(async () => {
  const grid = await twoOfEach();
  await grid.resident(20).says('1号我出150元', { chat: 'single' });
  return grid;
});
const withdrawn = playedOnce(async () => {
  const grid = await pledge();
  await grid.resident(20).says('1号取消认捐', { chat: 'single' });
  return grid;
});
const objection = playedOnce(async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '楼顶做防水', state: 'plan_published', planPublishedAt: grid.now });
  await grid.resident(20).says('1号异议：施工时间太长，能不能分段做', { chat: 'single' });
  await grid.resident(20).says('是', { chat: 'single' });
  return grid;
});
const task = playedOnce(async () => {
  const grid = await aNeighbourhood();
  await grid.resident(20).says('三单元门口的落叶我来扫', { chat: 'single' });
  await grid.resident(20).says('是', { chat: 'single' });
  return grid;
});
const over = playedOnce(async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '装健身器材', state: 'accepted', budgetFen: 3_000_000, acceptedAt: grid.now });
  await received(grid, await theProject(grid, 1), { fen: 20_000 });
  return grid;
});
const collecting = playedOnce(async () => {
  const grid = await pledge();
  const project = await theProject(grid, 1);
  await grid.inUnit(async unit => {
    await unit.projects.keep({ ...project, state: 'collecting' });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  return grid;
});

async function asks(grid: Neighbourhood, words: string): Promise<string> {
  const lines = (): Promise<number> => grid.store.dataSource.manager.count(JournalLine);
  const before = await lines();
  const answer = await grid.resident(20).says(words, { chat: 'single' });
  expect(await lines(), 'a question writes nothing').toBe(before);
  return answer;
}

test.each<readonly [string, () => Promise<Neighbourhood>, readonly string[], RegExp]>([
  [
    'a report',
    report,
    ['这个有人管没', '几天能有回音', '谁在管', '派人看了没', '现在啥情况', '登记上了没有', '什么时候给答复'],
    /报事1 .*等答复，应在.*前答复/u,
  ],
  ['a vote', vote, ['这会儿算的哪个', '现在算什么', '那算数不', '到底记的什么呀', '生效了吗'], /您家对3号.*反对/u],
  [
    'a promise',
    pledge,
    ['真的没了？', '算数了吗', '取消了没', '什么时候交', '交给哪个', '能转账吗'],
    /您家给1号.*认捐150元/u,
  ],
  [
    'a promise taken back',
    withdrawn,
    ['真没了？', '撤了没', '是不是没了', '还算不算', '取消了没有'],
    /您家给1号.*现在没有认捐/u,
  ],
  [
    'an objection',
    objection,
    ['啥时候能回复我', '有人理没', '书记答复没有', '有动静吗', '他们哪天给个说法'],
    /异议1.*还没有答复.*前答复/u,
  ],
  ['a task', task, ['记了没', '找谁核实', '谁来验'], /任务1“.*任务1完成/u],
  [
    'what is left',
    over,
    ['还退吗', '剩的退不退', '我那两百退几块', '退多少', '最后有剩的退不退', '我交的能退不，家里等着用'],
    /按各户实交的比例退回/u,
  ],
  [
    'what is to be paid',
    collecting,
    ['交给谁', '给现金行不', '交晚了', '我交过了', '转完了', '什么时候交呀'],
    /交给出纳/u,
  ],
])('a short question is about %s that stands', async (_, setting, questions, stands) => {
  for (const words of questions) expect(await asks(await setting(), words), words).toMatch(stands);
});

test('what comes back is told of each matter that the home paid for', async () => {
  const grid = await over();
  await aProject(grid, { title: '换水泵', state: 'in_progress', budgetFen: 3_000_000 });
  const householdId = await grid.inUnit(
    async unit => (await unit.members.view(grid.resident(20).userid)).householdId ?? 0,
  );
  for (const no of [1, 2]) await received(grid, await theProject(grid, no), { fen: 20_000, householdId });

  for (const words of ['退我多少', '啥时候退', '退到谁手里', '退不退我们的']) {
    const answer = await asks(grid, words);
    expect(answer, words).toMatch(/1号「装健身器材」[^]*2号「换水泵」/u);
  }
});

test('what is left is told behind the account', async () => {
  const grid = await twoOfEach();
  await grid.resident(20).says('1号收支', { chat: 'single' });

  expect(await asks(grid, '那还余多少')).toMatch(/1号/u);
});

test('all that was done lately is read out', async () => {
  const grid = await twoOfEach();
  const speaker = grid.resident(20);
  await speaker.says('3号同意，1号我出150元', { chat: 'single' });
  await speaker.says('1号改成100元', { chat: 'single' });

  for (const words of ['记的啥你念念', '念一遍你都记的什么', '都记啥了说说']) {
    const answer = await asks(grid, words);
    expect(answer, words).toContain('同意');
    expect(answer, words).toContain('认捐100元');
    expect(answer, words).not.toContain('150元');
  }
});

test.each([
  '交给我就行',
  '退了吧',
  '没了',
  '管他呢',
  '我认了',
  '算了',
  '谁知道啊',
  '人呢',
  '你是谁',
  '有人吗',
  '楼下有人管孩子没',
  '真的吗',
])('“%s” asks nothing about the own promise', async words => {
  expect(await asks(await pledge(), words)).not.toMatch(/您家给1号.*认捐150元，|还在认筹，.*付款前可以改/u);
});

test('in the group only the speaker hears of the own vote', async () => {
  const grid = await vote();

  const answer = await grid.resident(20).says('那现在算啥', { chat: 'group' });

  expect(answer).not.toContain('反对');
});

test('who confirms hears what waits for their word, in private only', async () => {
  const grid = await aNeighbourhood();
  await grid.resident('zhang.wei').says('我是2号楼2单元501的张伟', { chat: 'single' });
  const leader = grid.resident('r031');

  for (const words of ['通过了没', '谁要绑', '还有谁要确认'])
    expect(await leader.says(words, { chat: 'single' }), words).toContain('确认绑定 zhang.wei');
  expect(await leader.says('通过了没', { chat: 'group' })).not.toContain('zhang.wei');
});

test('how money is paid is told to all in the group', async () => {
  const grid = await collecting();

  expect(await grid.resident(20).says('交给谁', { chat: 'group' })).toContain('出纳');
});

test('what an objection came to is asked by its own word as well', async () => {
  for (const words of ['我那个意见有人看没', '书记回我了没有', '我的异议咋样了', '意见有回音没'])
    expect(await asks(await objection(), words), words).toMatch(/异议1.*还没有答复/u);
});

test('who is not bound hears for whom the request waits', async () => {
  const grid = await aNeighbourhood();
  const stranger = grid.resident('zhang.wei');
  await stranger.says('我是2号楼2单元501的张伟', { chat: 'single' });

  for (const words of ['我那个通过了没有', '批了没', '确认了吗', '有信儿没'])
    expect(await stranger.says(words, { chat: 'single' }), words).toContain('2号楼楼长或书记确认');
});

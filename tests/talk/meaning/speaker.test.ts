import { expect, test } from 'vitest';
import { sampleResidents } from '../../../src/trial/sample-grid.js';
import type { Neighbourhood } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';
import { aProject } from '../../support/works.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';

async function deeds(grid: Neighbourhood): Promise<string[]> {
  return (await grid.journal()).filter(deed => /^(?:pledge|poll\.vote|proposal|funds|phone)/u.test(deed));
}

const { building, unit: entrance, room } = sampleResidents()[50] ?? { building: 0, unit: 0, room: '' };
const home = `${building}号楼${entrance}单元${room}`;

test.each([
  '替3号楼1单元402投3号同意',
  '3号楼1单元402同意4号',
  '4号402家同意',
  '帮3号楼2单元301投3号同意',
  '3号楼1单元402出30元给2号',
  '2号老李家出200，他不会弄',
  '3号楼的王大爷给2号捐了100元现金',
  '老王说他2号出500元',
  '楼下孙大爷让我带个话，2号他捐一百',
  `替${home}说一声，2号他出100元`,
  '孙大爷刚打电话来，说2号他出一百',
  '孙大爷说他3号同意，给他记上',
  '302的韩雪梅在外地，托我投3号同意',
  '3号同意，孙大爷让我说的',
  '群聊的聊天记录\n王姐: 路灯装东头\n张叔: 2号我出200元',
  '- - -\n王姐：2号我出200元\n- - -',
  '王姐 2026/3/2 10:01:00\n2号我出200元',
  '王姐:\n3号同意',
  '#接龙\n1. 王姐 3号同意\n2. 李叔 3号同意',
])('“%s” is nobody’s deed, least of all the speaker’s, and no button offers one', async words => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);

  await resident.says(words);

  expect(await deeds(grid)).toEqual([]);
  expect(JSON.stringify(resident.last)).not.toMatch(/我出200元”（|同意”（/u);
});

test.each(['A座1单元601', '甲1号楼1单元601'])(
  'who lives at %s may say so, and it is the own promise',
  async address => {
    const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
    await aProject(grid, { no: 2, title: '装路灯', state: 'pledging', budgetFen: 1_000_000 });
    const resident = grid.resident(20);
    await grid.inUnit(async unit => {
      const { householdId } = await unit.members.view(resident.userid);
      const household = householdId === null ? null : await unit.members.household(householdId);
      if (!household) throw new Error('a bound resident');
      const [called = ''] = address.split(/号?[座楼]/u);
      await unit.members.keepHousehold({ ...household, building: called, unit: '1', room: '601' });
      unit.journal.add('story', { by: 'operator', at: grid.now });
    });

    await resident.says(`${address}给2号出200元`);
    await resident.says('是');

    expect(await deeds(grid)).toEqual(['pledge.money']);
  },
);

test('the own vote stays when somebody else’s is said', async () => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);
  await resident.says('3号反对');

  await resident.says('替3号楼1单元402投3号同意');

  expect(await deeds(grid)).toEqual(['poll.vote']);
});

test.each([
  ['3号同意，楼下孙大爷也同意，我替他投了', '3号您家投了同意'],
  ['我们家3号同意，老李家也同意', '3号您家投了同意'],
])('of “%s” the speaker’s own part is done, and only that', async (words, own) => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);

  expect(await resident.says(words)).toContain(own);
  expect(resident.last.text).toMatch(/别家的没有记|没有记在您家/u);
  expect(await deeds(grid)).toHaveLength(1);
});

test('an own part whose number stands beside the others is read back with it', async () => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);

  expect(await resident.says('2号孙大爷也出一百，我出二百')).toMatch(/您是要给2号.*认捐200元吗.*别家的没有记/su);
  expect(await resident.says('是')).toContain('2号认捐200元');
});

test('what is said once more of another household’s vote hears the way once more', async () => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);
  await resident.says('孙大爷3号也同意，我替他投了');

  expect(await resident.says('他眼神不好，信得过我')).toContain('别家的票还是没有记');
  expect(await deeds(grid)).toEqual([]);
});

test('who gives for a person is asked for the home, and the answer names that household and not the own one', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'pledging' });
  const giver = grid.resident(20);

  expect(await giver.says('我替孙大爷给1号出一百', { chat: 'single' })).toMatch(
    /替孙大爷给1号.*认捐100元吗？.*哪一户/u,
  );
  expect(await giver.says(`是，${home}`, { chat: 'single' })).toContain('已记下您家替');
});

/** A leader, and a household of the own building with nobody bound to another one. */
async function aLeader() {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'pledging' });
  const leader = grid.role('building_leader', 1);
  const neighbour = sampleResidents().findIndex(
    ({ building: at, userid }) => at === leader.known?.building && userid !== leader.userid,
  );
  const { building: b, unit: u, room: r } = sampleResidents()[neighbour] ?? { building: 0, unit: 0, room: '' };
  const promisedBy = (userid: string): Promise<number> =>
    grid.inUnit(async unit => {
      const { householdId } = await unit.members.view(userid);
      return (await unit.ledger.standingOf(1, householdId ?? 0)).promisedFen;
    });
  return { grid, leader, neighbour: grid.resident(neighbour), place: `${b}号楼${u}单元${r}`, promisedBy };
}

test('what somebody promised by telephone becomes a telephone note once the home is told, and is nobody’s yet', async () => {
  const { grid, leader, place, promisedBy } = await aLeader();

  expect(await leader.says('孙大爷刚打电话来，说1号他出一百', { chat: 'single' })).toMatch(/电话.*哪一户/u);
  expect(await leader.says(`${place}的`, { chat: 'single' })).toContain('要给1号出100元，对吗');
  expect(await promisedBy(leader.userid)).toBe(0);
  expect(await grid.journal()).not.toContain('pledge.money');
});

test.each(['孙大爷托我说一声，1号他出一百', '帮孙大爷给1号捐100块'])(
  '“%s”: a leader names the home, which promises and pays itself, and both hear that it was said for it',
  async words => {
    const { grid, leader, neighbour, place, promisedBy } = await aLeader();

    expect(await leader.says(words, { chat: 'single' })).toMatch(/没有记在您家。是.*认捐100元吗？.*哪一户/u);
    expect(await leader.says('行，我下午去找他', { chat: 'single' })).not.toContain('已记下');
    expect(await leader.says(`是，${place}`, { chat: 'single' })).toContain('您代说，由那一户自己交');
    expect(await promisedBy(neighbour.userid)).toBe(10_000);
    expect(await promisedBy(leader.userid)).toBe(0);
    expect((await grid.postsTo(neighbour.userid)).at(-1)).toMatch(/替您家代说：给1号认捐100元，由您家自己交/u);
    expect(await neighbour.says('撤回1号项目的认捐')).toContain('已撤回');
  },
);

test('对门也一样 asks for the door beside it; a leader says it for the own building only', async () => {
  const { leader, place, promisedBy } = await aLeader();
  await leader.says(`替${place}认捐100元，1号`, { chat: 'single' });

  expect(await leader.says('她对门也一样', { chat: 'single' })).toMatch(/也给1号认捐100元吗？请说是哪一户/u);
  expect(await leader.says('取消', { chat: 'single' })).toContain('没有记');
  expect(await leader.says('替1号楼1单元101认捐100元，1号', { chat: 'single' })).toContain('只能替自己楼的住户代说');
  expect(await promisedBy(leader.userid)).toBe(0);
});

test('an address that an office or a bound member names is no wish to be bound to it', async () => {
  const grid = await aNeighbourhood();

  for (const member of [grid.resident(20), grid.role('cashier'), grid.role('building_leader', 1)])
    expect(await member.says(home, { chat: 'single' })).not.toContain('绑定');
  expect(await grid.resident(20).says(`我是${home}的`)).toContain('楼长确认');
});

test.each(['替我妈那屋3号楼3单元501认50', '帮我爸3号楼3单元501出50', '代老人3号楼3单元501捐50元'])(
  '“%s” is given for that home',
  async words => {
    const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
    await aProject(grid, { title: '装路灯', state: 'pledging', budgetFen: 1_000_000 });
    const answer = await grid.resident('r058').says(words, { chat: 'single' });
    expect(answer).toContain('3号楼3单元5');
    expect(answer).toContain('50元');
    expect(answer).not.toContain('别家认捐');
  },
);

test.each(['3号楼2单元302的老太太打电话来说粉刷同意', '3号楼2单元302打电话说4号他家反对'])(
  '“%s” is no vote, and it is said at once how one is cast',
  async words => {
    const grid = await twoOfEach();
    const answer = await grid.role('building_leader').says(words, { chat: 'single' });
    expect(answer).toContain('纸票');
    expect(answer).not.toMatch(/请问|不同意见/u);
  },
);

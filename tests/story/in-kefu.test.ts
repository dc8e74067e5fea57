import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { printCodes } from '../../src/operations/people/household-codes.js';
import { verify } from '../../src/process/commands/verify.js';
import { Ballot } from '../../src/store/ballot/ballot.js';
import { sample } from '../../src/trial/sample-grid.js';
import { aKfDoor } from '../support/kf.js';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';
import { aProject, fundsAre, reconciles } from '../support/works.js';

/** Those of the 118 households whose resident has personal WeChat alone: every other one. */
const inKf = Array.from({ length: 118 }, (_, who) => who).filter(who => who % 2 === 1);

/** The codes on the cards of all buildings, by home. */
async function theCards(grid: Neighbourhood): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for (const building of ['1', '2', '3', '4']) {
    const leader = grid.role('building_leader', Number(building) - 1).userid;
    const deed = { building, random: randomBytes, now: grid.now, messageId: `print ${building}` };
    const cards = await grid.inUnit(async unit =>
      printCodes(unit, { ...deed, member: await unit.members.view(leader) }),
    );
    for (const { household: home, code } of cards)
      codes.set(`${home.building}-${home.unit}-${home.room}`, code.replaceAll('-', ''));
  }
  return codes;
}

/** The residents of 微信客服: each of them opens it by the card of their home, and says yes. */
async function inWeChat(grid: Neighbourhood) {
  const { kf, aProcess } = aKfDoor(grid);
  const door = aProcess();
  await door.run();
  let bell = '';
  kf.onBell = token => {
    bell = token;
  };
  /** All of them say something, the bell rings, and they hear their answers. */
  const say = async (words: (who: number) => string, whom = inKf): Promise<string[]> => {
    for (const who of whom) kf.say(`wmNeighbour${who}`, words(who));
    grid.now = new Date(grid.now.getTime() + 5_000);
    await door.ring(bell);
    await door.run();
    return whom.map(who => kf.shownTo(`wmNeighbour${who}`).at(-1)?.text ?? '');
  };
  const codes = await theCards(grid);
  for (const who of inKf) {
    const home = grid.resident(who).known;
    const code = codes.get(`${home?.building}-${home?.unit}-${home?.room}`);
    kf.visit(`wmNeighbour${who}`, { scene: `g_${sample.code}`, param: `h.${code}` });
  }
  await door.ring(bell);
  await door.run();
  const asked = inKf.map(who => kf.shownTo(`wmNeighbour${who}`).at(-1));
  expect(asked.filter(shown => !shown?.isWelcome || !shown.text.includes('住户吗？'))).toEqual([]);
  expect((await say(() => '是')).filter(text => !text.includes('绑定成功'))).toEqual([]);
  return { say, kf };
}

/** A poll and a pledge, in which the odd homes speak in 微信客服 or, in the other world, in the group. */
async function theStory({ isKf }: { isKf: boolean }) {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const pledgeClosesAt = new Date('2026-03-16T00:00:00+08:00');
  await aProject(grid, { state: 'pledging', budgetFen: 2_340_000, pledgeClosesAt });
  const people = isKf ? await inWeChat(grid) : null;
  const said = async (words: (who: number) => string): Promise<void> => {
    if (people) await people.say(words);
    else for (const who of inKf) await grid.resident(who).says(words(who));
    for (let who = 0; who < 118; who += 2) await grid.resident(who).says(words(who));
  };

  await grid.role('building_leader').says('发起表决：楼道刷不刷白，周日晚八点截止');
  // One home has said something else in the group before: the later word of a home counts.
  await grid.resident(1).says('2号弃权');
  await said(who => (who % 5 === 0 ? '2号反对' : '2号同意'));
  await said(who => `1号我出${who % 3 === 0 ? 200 : 100}元`);
  const cashier = grid.role('cashier');
  for (const who of [1, 2, 3, 5, 8]) {
    const { building, unit, room } = grid.resident(who).known ?? {};
    await cashier.says(`1号收到${building}号楼${unit}单元${room} ${who % 3 === 0 ? 200 : 100}元`);
  }
  await reconciles(grid, 1);
  await grid.until('2026-03-09T09:00:00+08:00');
  const ballots = await grid.store.dataSource.manager.find(Ballot, { order: { castAt: 'ASC' } });
  const voices = new Map(ballots.map(({ householdId, choice }) => [householdId, choice]));
  return {
    grid,
    people,
    votes: [...voices].map(([home, choice]) => `${home} ${choice}`).toSorted(),
    result: await grid.role('grid_secretary').says('2号结果'),
    funds: await fundsAre(grid, 1),
    round: await grid.role('grid_secretary').says('1号认筹情况'),
  };
}

test(
  '59 of 118 households vote and pledge in 微信客服, after their card has bound them: the same votes and the same accounts as in the group',
  { timeout: 240_000 },
  async () => {
    const kf = await theStory({ isKf: true });
    const group = await theStory({ isKf: false });

    expect(kf.votes).toHaveLength(118);
    expect(kf.votes).toEqual(group.votes);
    expect([kf.result, kf.funds, kf.round]).toEqual([group.result, group.funds, group.round]);
    expect(kf.result).toMatch(/同意9\d户|同意 9\d/u);
    for (const { grid } of [kf, group]) {
      const lines: string[] = [];
      expect(await verify(grid.store, line => lines.push(line)), lines.join('\n')).toBe(true);
    }
    // Each heard an answer to each thing said, and no more than that.
    for (const who of inKf) expect(kf.people?.kf.shownTo(`wmNeighbour${who}`)).toHaveLength(4);
  },
);

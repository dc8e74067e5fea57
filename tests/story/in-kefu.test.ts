import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { printCodes } from '../../src/operations/people/household-codes.js';
import { verify } from '../../src/process/commands/verify.js';
import { fundsNotice, fundsOf } from '../../src/publish/funds/funds-report.js';
import { Ballot } from '../../src/store/ballot/ballot.js';
import type { Unit } from '../../src/store/engine/unit.js';
import { sample, sampleResidents } from '../../src/trial/sample-grid.js';
import type { Doors } from '../support/doors.js';
import { offices } from '../support/offices.js';
import { storyWire } from '../support/story-wire.js';
import type { Wire } from '../support/wire.js';

const residents = sampleResidents();
const { secretary, leader, cashier, bookkeeper } = offices;

/** By which door each of the 118 households takes part: all offices and seven neighbours in the group, and the others as they can. */
const doorOf = doors();
const inKf = at('kf');
/** This home says one thing in 微信客服 and another at the desk, as one person; the next one's other adult has spoken in the group. */
const [crossing = 0, divided = 0] = inKf;

function doors(): readonly ('group' | 'kf' | 'desk' | 'paper')[] {
  let neighbours = 0;
  return residents.map(({ roles }) => {
    if (roles.length > 0) return 'group';
    const nth = neighbours++ - 7;
    if (nth < 0) return 'group';
    if (nth % 11 === 5) return 'paper';
    return [1, 4].includes(nth % 11) || nth % 22 === 8 ? 'desk' : 'kf';
  });
}

function at(door: ReturnType<typeof doors>[number]): number[] {
  return residents.flatMap((_, who) => (doorOf[who] === door ? [who] : []));
}

const userid = (who: number): string => residents[who]?.userid ?? '';
const external = (who: number): string => `wmNeighbour${who}`;

function homeOf(who: number): string {
  const { building = '', unit = '', room = '' } = residents[who] ?? {};
  return `${building}号楼${unit}单元${room}`;
}

/** A deed, as it is said and as the form of the desk asks for it. */
interface Deed {
  readonly words: string;
  readonly form: string;
  readonly fields: Readonly<Record<string, string>>;
}

const vote = (who: number): Deed => {
  const choice = who % 5 === 0 ? '反对' : '同意';
  return { words: `1号${choice}`, form: 'poll.vote?no=1', fields: { no: '1', choice, reason: '' } };
};
const pledge = (who: number): Deed => {
  const yuan = who % 3 === 0 ? '200' : '100';
  return { words: `1号我出${yuan}元`, form: 'pledge.money?no=1', fields: { no: '1', amount: `${yuan}元` } };
};

function inGrid<T>({ store, clock }: Wire, work: (unit: Unit) => Promise<T>): Promise<T> {
  return store.inUnit(
    async open => {
      const [grid] = await open.grids.all();
      if (!grid) throw new Error('there is no grid');
      return work(await open.within(grid));
    },
    { by: 'operator', at: clock.now, messageId: null },
  );
}

/** The codes on the cards of all buildings, by home. */
async function theCards(wire: Wire): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for (const who of [0, 30, 60, 90]) {
    const building = residents[who]?.building ?? '';
    const deed = { building, random: randomBytes, now: wire.clock.now };
    const cards = await inGrid(wire, async unit =>
      printCodes(unit, { ...deed, member: await unit.members.view(userid(who)) }),
    );
    for (const { household: home, code } of cards)
      codes.set(`${home.building}号楼${home.unit}单元${home.room}`, code.replaceAll('-', ''));
  }
  return codes;
}

/** Those of 微信客服 open it by the card of their home, and say yes. */
async function comeByCard(wire: Wire, { kf, answered }: Bound): Promise<void> {
  const codes = await theCards(wire);
  for (const who of inKf) kf.visit(external(who), { scene: `g_${sample.code}`, param: `h.${codes.get(homeOf(who))}` });
  await answered();
  const asked = inKf.map(who => kf.shownTo(external(who)).at(-1));
  expect(asked.filter(shown => !shown?.isWelcome || !shown.text.includes('住户吗？'))).toEqual([]);
  for (const who of inKf) {
    const [yes] = kf.shownTo(external(who)).at(-1)?.rows ?? [];
    // Some tap the row, some type the word.
    if (yes && who % 2 === 0) kf.tap(external(who), yes);
    else kf.say(external(who), '是');
  }
  await answered();
  const bound = inKf.filter(who => kf.shownTo(external(who)).at(-1)?.text.includes('绑定成功'));
  expect(bound).toEqual(inKf);
}

interface Bound {
  readonly kf: Doors['kf'];
  readonly answered: () => Promise<void>;
}

/** All of these households do the same deed, each by its own door; where there are no doors, all say it in the group. */
async function everybody(
  wire: Wire,
  deedOf: (who: number) => Deed,
  those: readonly number[] = [...residents.keys()],
): Promise<void> {
  const { doors: open } = wire;
  const done: Readonly<Record<string, RegExp>> = { 'poll.vote?no=1': /同意|反对/u, 'pledge.money?no=1': /00元/u };
  for (const who of those) {
    const { words, form, fields } = deedOf(who);
    const door = open ? doorOf[who] : 'group';
    if (doorOf[who] === 'paper') continue;
    if (door === 'kf') open?.kf.say(external(who), words);
    else if (door === 'desk')
      expect(await open?.phone({ userid: userid(who) }).handsIn(`/desk/do/${form}`, fields)).toMatch(
        done[form] ?? /never/u,
      );
    else expect((await wire.says(userid(who), words)).text).toMatch(done[form] ?? /never/u);
  }
  await open?.answered();
}

/** A helper keys in the signed papers, and another holds them against the pictures. */
async function onPaper(wire: Wire): Promise<void> {
  for (const [index, who] of at('paper').entries()) {
    await wire.sends(leader, `paper ${who}`);
    const { choice = '' } = vote(who).fields;
    await wire.says(leader, `1号纸票：${homeOf(who)} ${choice}`);
    const { text } = await wire.says('r007', `核对纸票${index + 1}一致`);
    expect(text).toContain('核对一致');
  }
}

/** The home that speaks by two doors as one person, and the home of which another adult spoke before: the later word counts. */
async function secondThoughts(wire: Wire): Promise<void> {
  const { doors: open } = wire;
  if (!open) {
    await wire.says(userid(crossing), '1号弃权');
    return;
  }
  const [, link = ''] = /(\/desk\/login\/[\w-]+)/u.exec(await open.says(external(crossing), '办事台')) ?? [];
  const phone = open.phone({ openid: 'oCrossing' });
  expect(await phone.opens(link, 'POST')).toMatchObject({ status: 200, path: '/desk' });
  const said = await phone.handsIn('/desk/do/poll.vote?no=1', { no: '1', choice: '弃权', reason: '' });
  expect(said).toContain('弃权');
  // From now on the desk knows them without a link, and so does 客服: one person.
  expect(await open.phone({ openid: 'oCrossing' }).opens('/desk')).toMatchObject({ status: 200, path: '/desk' });
}

/** A matter from the first word to the money on the account. */
async function theStory(hasDoors: boolean) {
  const wire = await storyWire('2026-03-02T09:00:00+08:00', { hasDoors });
  const { doors: open } = wire;
  const { kf } = open ?? {};
  if (open) await comeByCard(wire, { kf: open.kf, answered: () => open.answered() });

  // Raised by one home of 客服, seconded by the four next ones.
  for (const [index, who] of inKf.slice(2, 7).entries()) {
    const words = index === 0 ? '提案：更换老化的电力线路，预算2.4万元' : '附议1号';
    const said = open ? await open.says(external(who), words) : (await wire.says(userid(who), words)).text;
    expect(said).toMatch(/1号/u);
  }
  expect((await wire.says(secretary, '1号定为迫切需求类')).text).toContain('迫切需求');
  for (const said of ['1号责任核查', '6', '1998年建成，已过保修']) await wire.says(secretary, said);
  await wire.says(secretary, '1号资金来源：居民12000元，奖补12000元（批文桓财2026-12号）');
  expect((await wire.says(secretary, '发布1号方案：更换全院电力线路，预算2.4万元')).text).toContain('24,000元');
  await wire.until('2026-03-10T09:00:00+08:00');
  await wire.says(leader, '1号项目发起表决，3天后截止');
  await wire.says(userid(divided), '1号弃权');
  await everybody(wire, vote);
  await onPaper(wire);
  await secondThoughts(wire);
  await wire.until('2026-03-22T09:00:00+08:00');

  // The notice names the sum with which the round is filled. 微信客服 is pulled in its own time: its promises come first.
  await everybody(wire, pledge, inKf);
  await everybody(
    wire,
    pledge,
    [...residents.keys()].filter(who => doorOf[who] !== 'kf'),
  );
  for (const who of [...inKf.slice(0, 10), ...at('desk'), ...at('paper'), 3, 5]) {
    const yuan = who % 3 === 0 ? 200 : 100;
    const { text } = await wire.says(cashier, `1号收到${homeOf(who)} ${yuan}元`);
    if (text.includes('？')) await wire.says(cashier, '是');
  }
  const pending = /待对账([\d,]+)元/u.exec((await wire.says(cashier, '1号奖补资金到账12000元')).text)?.[1];
  expect((await wire.says(bookkeeper, `1号对账无误，共${pending?.replaceAll(',', '')}元`)).text).toContain(
    '对账完成：',
  );
  await open?.answered();
  return { wire, kf, ...(await outcome(wire)) };
}

/** What the record says in the end. */
async function outcome(wire: Wire) {
  const ballots = await wire.store.dataSource.manager.find(Ballot, { order: { castAt: 'ASC', id: 'ASC' } });
  const voices = new Map(ballots.map(({ householdId, choice }) => [householdId, choice]));
  const funds = await inGrid(wire, async unit => {
    const project = await unit.projects.byNo(1);
    if (!project) throw new Error('there is no project 1');
    return fundsNotice(project, await fundsOf(unit, project), wire.clock.now);
  });
  const board = await (await fetch(`${wire.address}/board/${sample.code}/1`)).text();
  return {
    votes: [...voices].map(([home, choice]) => `${home} ${choice}`).toSorted(),
    result: (await wire.says(secretary, '1号结果')).text,
    round: (await wire.says(secretary, '1号认筹情况')).text,
    funds,
    // The foot counts the lines of the journal, of which the bonds are some.
    board: board.slice(board.indexOf('<main'), board.indexOf('</main>')),
  };
}

test('of 118 households 60 are in 客服, 30 in the group, 20 at the desk and 8 on paper', () => {
  const count = (door: Parameters<typeof at>[0]): number => at(door).length;

  expect([count('kf'), count('group'), count('desk'), count('paper')]).toEqual([60, 30, 20, 8]);
});

test(
  '118 households by four doors, over the encrypted wire: the same votes and the same accounts as in the group alone',
  { timeout: 400_000 },
  async () => {
    const [byDoors, inGroup] = [await theStory(true), await theStory(false)];

    expect(byDoors.votes).toHaveLength(118);
    expect(byDoors.votes).toEqual(inGroup.votes);
    for (const what of ['result', 'round', 'funds', 'board'] as const) expect(byDoors[what]).toBe(inGroup[what]);
    for (const { wire } of [byDoors, inGroup]) {
      const lines: string[] = [];
      expect(await verify(wire.store, line => lines.push(line)), lines.join('\n')).toBe(true);
    }
    // Each heard an answer to each thing said, and no more than that: the welcome, the bond, a vote and a pledge.
    const more = new Set([crossing, ...inKf.slice(2, 7)]);
    for (const who of inKf)
      expect([who, byDoors.kf?.shownTo(external(who)).length]).toEqual([who, more.has(who) ? 5 : 4]);
  },
);

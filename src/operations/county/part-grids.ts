import { isWithin } from '../../domain/plan/scope.js';
import { moneyStates, type ProjectState } from '../../domain/lifecycle.js';
import { Grid } from '../../store/people/grid.js';
import { GroupChat } from '../../store/people/group-chat.js';
import type { Household } from '../../store/people/household.js';
import type { Member } from '../../store/people/member.js';
import { PointEntry } from '../../store/credit/point-entry.js';
import { Role } from '../../store/people/role.js';
import type { OpenUnit, Unit } from '../../store/engine/unit.js';
import { giveBack } from '../credit/redeem-reward.js';
import { createGrid } from '../people/set-up-grid.js';

/** Between the vote and the final accounts a project's votes and money belong to its households: they cannot leave then. */
const binding: readonly ProjectState[] = [
  'voting',
  'result_published',
  'approved',
  ...moneyStates,
  'settlement_published',
];

export interface Parted {
  readonly households: number;
  readonly members: number;
  readonly roles: number;
}

/** Why grids cannot be split or joined, in both tongues of the operator. */
interface CannotPart {
  readonly en: string;
  readonly zh: string;
}

/**
 * Cuts buildings off a grid into a new one. What was decided and paid stays where it was, in the old grid's chains, under the
 * households' old rows, which are marked as gone; the new grid begins with rows of its own. A journal line in both chains
 * links them: it names the other grid, its head, and which old household is which new one. A sentence where it cannot be.
 */
export async function splitGrid(
  open: OpenUnit,
  from: Unit,
  { code, name, buildings, now }: { code: string; name: string; buildings: readonly string[]; now: Date },
): Promise<Parted | CannotPart> {
  if (from.grid.closedAt)
    return {
      en: `The grid ${from.grid.code} is closed; it cannot be split.`,
      zh: `网格${from.grid.code}已经关闭，不能再分。`,
    };
  const homes = await from.members.present();
  const lacking = buildings.filter(building => !homes.some(home => home.building === building));
  if (lacking.length > 0)
    return {
      en: `The grid ${from.grid.code} has no building ${lacking.join(', ')}.`,
      zh: `网格${from.grid.code}没有这几栋楼：${lacking.join('、')}。`,
    };
  const leaving = homes.filter(({ building }) => buildings.includes(building));
  if (leaving.length === homes.length)
    return {
      en: 'All buildings would leave; rename the grid instead of splitting it.',
      zh: '所有楼都要分出去，请改网格的名称，不用分。',
    };
  const bound = await boundBy(from, leaving);
  if (bound) return bound;
  const { community, subdistrict, boardSince } = from.grid;
  const into = await createGrid(open, { code, name, community, subdistrict, now, boardSince });
  if (!into)
    return { en: `The grid ${code} exists already; choose another code.`, zh: `网格${code}已经有了，请换一个代码。` };
  const roles = (await from.members.roles()).filter(
    ({ building }) => building !== null && buildings.includes(building),
  );
  return move({ from, into, leaving, roles, renumber: new Map(), deed: 'split', now });
}

/**
 * Joins a grid to another one: its households, members, roles and groups go over, and it is closed. Its chain and its board
 * stay as they are, to be read. Buildings whose number the other grid has already are given a new one by `renumber`.
 */
export async function mergeGrid(
  from: Unit,
  into: Unit,
  { renumber, now }: { renumber: ReadonlyMap<string, string>; now: Date },
): Promise<Parted | CannotPart> {
  if (from.grid.id === into.grid.id) return { en: 'A grid cannot be merged into itself.', zh: '不能并入自己。' };
  for (const { grid } of [from, into])
    if (grid.closedAt) return { en: `The grid ${grid.code} is closed already.`, zh: `网格${grid.code}已经关闭。` };
  const [contest] = await from.contests.all();
  if (contest?.gridId === from.grid.id && contest.state !== 'final')
    return {
      en: `Contest ${contest.edition} is held from ${from.grid.code}; it has to be final before the grid is closed.`,
      zh: `第${contest.edition}届擂台赛由${from.grid.code}主办，定了最后名单才能关闭。`,
    };
  const leaving = await from.members.present();
  const there = new Set((await into.members.present()).map(({ building }) => building));
  const clashing = [...new Set(leaving.map(({ building }) => renumber.get(building) ?? building))].filter(building =>
    there.has(building),
  );
  if (clashing.length > 0)
    return {
      en: `Both grids have building ${clashing.join(', ')}; give new numbers with --renumber ${clashing[0]}=${freeName(there)}.`,
      zh: `两个网格都有${clashing.join('、')}号楼，请改号：--renumber ${clashing[0]}=${freeName(there)}。`,
    };
  const bound = await boundBy(from, leaving);
  if (bound) return bound;
  const roles = await from.members.roles();
  for (const chat of await from.manager.findBy(GroupChat, { gridId: from.grid.id }))
    await into.rows.keep(GroupChat, Object.assign(chat, { gridId: into.grid.id }));
  await from.rows.keep(Grid, Object.assign(from.grid, { closedAt: now, successorId: into.grid.id, bindCode: null }));
  return move({ from, into, leaving, roles, renumber, deed: 'merge', now });
}

/** The number after the largest one that is taken. */
function freeName(taken: ReadonlySet<string>): number {
  return Math.max(0, ...[...taken].map(name => Number(/^\d+$/u.exec(name)?.[0] ?? 0))) + 1;
}

interface Moving {
  readonly from: Unit;
  readonly into: Unit;
  readonly leaving: readonly Household[];
  readonly roles: readonly Role[];
  readonly renumber: ReadonlyMap<string, string>;
  readonly deed: 'split' | 'merge';
  readonly now: Date;
}

async function move({ from, into, leaving, roles, renumber, deed, now }: Moving): Promise<Parted> {
  // What both chains stood at before: each line names the head of the other.
  const [fromHead, intoHead] = [(await from.journal.last())?.digest, (await into.journal.last())?.digest];
  const gone = new Set<string>();
  const homes: [number, number][] = [];
  const before = await into.members.households();
  for (const home of leaving) {
    const { id, ...place } = home;
    const building = renumber.get(home.building) ?? home.building;
    // Who comes back finds the row they had.
    const old = before.find(one => one.building === building && one.unit === home.unit && one.room === home.room);
    const settled = { ...place, building, gridId: into.grid.id, leftAt: null };
    const kept = await into.members.keepHousehold(old ? { ...settled, id: old.id } : settled);
    homes.push([id, kept.id]);
    for (const member of await from.members.actingFor([id])) {
      const moved = await settle(into, member, kept.id);
      // What is reserved at the old counter goes back first, so that its points come along.
      for (const reserved of await from.credit.reservedBy(member.id)) await giveBack(from, reserved, 'lapsed', now);
      await takePointsAlong({ from, into }, member.id, moved.id);
      await from.members.keep(Object.assign(member, { leftAt: now }));
      gone.add(member.userid);
    }
    await from.members.keepHousehold(Object.assign(home, { leftAt: now }));
  }
  const held = await into.members.roles();
  let given = 0;
  for (const role of roles) {
    const building = role.building === null ? null : (renumber.get(role.building) ?? role.building);
    const isHeld = held.some(one => one.userid === role.userid && one.role === role.role && one.building === building);
    if (isHeld) continue;
    const member = await into.members.byUserid(role.userid);
    const guest = { gridId: into.grid.id, householdId: null, askedHouseholdId: null, boundAt: null };
    const known = await from.members.byUserid(role.userid);
    if (!member) await into.members.keep({ ...guest, userid: role.userid, name: known?.name ?? role.userid });
    await into.rows.keep(Role, Object.assign(role, { gridId: into.grid.id, building }));
    given += 1;
  }
  const counts = { households: homes.length, members: gone.size, roles: given };
  const facts = { ...counts, homes };
  from.journal.add(`grid.${deed}`, {
    by: 'operator',
    at: now,
    facts: { ...facts, to: into.grid.code, head: intoHead ?? null },
  });
  into.journal.add('grid.join', {
    by: 'operator',
    at: now,
    facts: { ...facts, from: from.grid.code, head: fromHead ?? null },
  });
  return counts;
}

/** The member in the new grid, bound to the household's new row; who is at home there already stays where they are. */
async function settle(into: Unit, member: Member, householdId: number): Promise<Member> {
  const known = await into.members.byUserid(member.userid);
  if (known?.householdId && known.leftAt === null) return known;
  const { id: _, ...rest } = member;
  const none = { askedHouseholdId: null, alsoHouseholdIds: null, alsoBound: null, leftAt: null, teams: null };
  const own = { ...rest, gridId: into.grid.id, householdId, ...none };
  return into.members.keep(known ? { ...own, id: known.id } : own);
}

/** A member's points go along; what they were for is told with the old grid's code, so that its numbers mean no other thing. */
async function takePointsAlong(
  { from, into }: { from: Unit; into: Unit },
  memberId: number,
  newId: number,
): Promise<void> {
  const where = { gridId: from.grid.id, memberId };
  for (const { id: _, ...entry } of await from.manager.find(PointEntry, { where, order: { id: 'ASC' } }))
    await into.rows.keep(PointEntry, {
      ...entry,
      gridId: into.grid.id,
      memberId: newId,
      about: `${from.grid.code}/${entry.about}`,
    });
}

/** Why households cannot leave yet: a poll is open to them, or a project holds their votes or their money. */
async function boundBy(unit: Unit, leaving: readonly Household[]): Promise<CannotPart | null> {
  const touches = (scope: Parameters<typeof isWithin>[0]): boolean => leaving.some(home => isWithin(scope, home));
  const polls = (await unit.polls.open()).filter(({ scope }) => touches(scope));
  const projects = (await unit.projects.inStates(binding)).filter(({ scope }) => touches(scope));
  const numbers = [...new Set([...polls, ...projects].map(({ no }) => no))].toSorted((a, b) => a - b);
  if (numbers.length === 0) return null;
  return {
    en: `Votes or money of these households are bound in ${numbers.map(no => `no. ${no}`).join(', ')}; wait until each is archived, then try again.`,
    zh: `这些住户在${numbers.map(no => `${no}号`).join('、')}里还有投票或资金没有办完，等归档后再试。`,
  };
}

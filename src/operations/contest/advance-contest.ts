import { contestRulesAt, type ContestList } from '../../domain/contest/contest-rules.js';
import type { RoleId } from '../../domain/permissions.js';
import type { Contest } from '../../store/contest/contest.js';
import type { Unit } from '../../store/engine/unit.js';
import { contestFigures, periodOf, type Person } from './contest-figures.js';

/** The contest that waits for this grid's figures; null when none does. */
export async function awaitsFigures(unit: Unit): Promise<Contest | null> {
  const [contest] = await unit.contests.inStates(['scoring']);
  if (!contest) return null;
  const own = await unit.contests.own(contest.edition);
  return own.some(({ list, run }) => list === 'grid' && run === contest.run) ? null : contest;
}

/** The grid hands in its own figures and those of its people: each candidate keeps the number it got first. */
export async function handInFigures(unit: Unit, contest: Contest): Promise<void> {
  const { edition, run } = contest;
  const own = await unit.contests.own(edition);
  const { households, punctual, ...record } = await contestFigures(unit, periodOf(contest), unit.now);
  const keep = async (
    list: ContestList,
    memberId: number | null,
    said: Pick<typeof record, 'figures' | 'ratings'> & { missingVouchers: number },
  ): Promise<void> => {
    const known = own.find(row => row.list === list && row.memberId === memberId);
    const { figures, ratings, missingVouchers } = said;
    const fresh = {
      edition,
      list,
      memberId,
      households,
      figures,
      ratings,
      punctual,
      missingVouchers,
      run,
      at: unit.now,
    };
    await unit.contests.keepCandidate(known ? Object.assign(known, fresh) : fresh);
  };
  await keep('grid', null, record);
  for (const { list, ...person } of await people(unit, contest))
    await keep(list, person.memberId, { ...record.of(person), missingVouchers: 0 });
  unit.journal.add('contest.figures', { facts: { edition, run } });
}

/** Who holds a role that makes a candidate, once each, on the first list that fits. */
async function people(
  unit: Unit,
  { openedAt }: Contest,
): Promise<(Person & { readonly list: 'grid_member' | 'leader' })[]> {
  const { candidates } = contestRulesAt(openedAt);
  const roles = await unit.members.roles();
  const found: (Person & { readonly list: 'grid_member' | 'leader' })[] = [];
  for (const list of ['grid_member', 'leader'] as const) {
    const held = roles.filter(({ role }) => candidates[list].includes(role as RoleId));
    for (const userid of new Set(held.map(role => role.userid))) {
      const member = await unit.members.byUserid(userid);
      if (!member || member.erasedAt || member.leftAt || found.some(({ memberId }) => memberId === member.id)) continue;
      const led = held.filter(role => role.userid === userid).map(({ building }) => building);
      // A grid's worker answers for all of it, and so does a leader of no one building.
      const isAll = list === 'grid_member' || led.includes(null);
      const buildings = isAll ? null : new Set(led.flatMap(building => building ?? []));
      found.push({ list, memberId: member.id, buildings });
    }
  }
  return found;
}

/** In the organiser's grid: once every grid has handed in its figures the lists can be looked at. */
export async function completeScoring(unit: Unit): Promise<void> {
  const [contest] = await unit.contests.inStates(['scoring']);
  if (!contest || contest.gridId !== unit.grid.id) return;
  const handedIn = new Set(
    (await unit.contests.candidates(contest)).flatMap(({ list, gridId }) => (list === 'grid' ? gridId : [])),
  );
  const missing = (await unit.contests.grids()).filter(({ id, closedAt }) => closedAt === null && !handedIn.has(id));
  if (missing.length > 0) return;
  await unit.contests.keep(Object.assign(contest, { state: 'scored' as const, scoredAt: unit.now }));
  unit.journal.add('contest.scored', { facts: { edition: contest.edition, run: contest.run } });
  await unit.tell('contest.scored', { contest });
}

/** The contests whose lists this grid's group has not been told yet, as they stand now. */
async function untold(unit: Unit): Promise<Contest[]> {
  const waiting: Contest[] = [];
  for (const contest of await unit.contests.inStates(['publicity', 'final'])) {
    const told = await unit.journal.ofDeed('contest.tell', contest.openedAt);
    const isTold = ({ facts }: (typeof told)[number]): boolean => facts['about'] === stageOf(contest);
    if (!told.some(isTold)) waiting.push(contest);
  }
  return waiting;
}

/** The grid's group is told of the lists, once for each showing. */
export async function showLists(unit: Unit): Promise<void> {
  for (const contest of await untold(unit)) {
    await unit.tell('contest.shown', { contest });
    unit.journal.add('contest.tell', { facts: { about: stageOf(contest) } });
  }
}

/** Which showing of the lists it is. */
function stageOf({ edition, run, state, publishedAt }: Contest): string {
  return `${edition}/${run}/${state}/${publishedAt?.toISOString() ?? ''}`;
}

/** The objectors of this grid hear the answers that they have not heard yet, each once. */
export async function handOnAnswers(unit: Unit): Promise<void> {
  const [contest] = await unit.contests.all();
  if (!contest) return;
  const raised = (await unit.contests.objections(contest.edition)).filter(({ gridId }) => gridId === unit.grid.id);
  if (raised.length === 0) return;
  const objections = new Map(raised.map(row => [row.id, row]));
  const heard = new Set(
    (await unit.journal.ofDeed('contest.hear', contest.openedAt)).map(({ facts }) => facts['answer']),
  );
  for (const answer of await unit.contests.answers(contest.edition)) {
    const objection = objections.get(answer.objection);
    if (!objection || heard.has(answer.objection)) continue;
    const member = await unit.members.byId(objection.memberId);
    unit.journal.add('contest.hear', { facts: { answer: answer.objection } });
    if (member) await unit.tell('contest.answered', { userid: member.userid, objection, answer });
  }
}

/** The organiser hears of the objections that are new, each once. */
export async function handOnObjections(unit: Unit): Promise<void> {
  const [contest] = await unit.contests.all();
  if (!contest || contest.gridId !== unit.grid.id) return;
  const heard = new Set(
    (await unit.journal.ofDeed('contest.hear', contest.openedAt)).map(({ facts }) => facts['objection']),
  );
  const fresh = (await unit.contests.objections(contest.edition)).filter(({ id }) => !heard.has(id));
  const organiser = await unit.members.byId(contest.openedById);
  if (fresh.length === 0 || !organiser) return;
  for (const { id } of fresh) unit.journal.add('contest.hear', { facts: { objection: id } });
  await unit.tell('contest.objected', { organiser: organiser.userid, objections: fresh });
}

/** In the organiser's grid: that the days for objections are over is told once. */
export async function endObjections(unit: Unit): Promise<void> {
  const [contest] = await unit.contests.inStates(['publicity']);
  if (!contest || contest.gridId !== unit.grid.id) return;
  if (!contest.objectionsUntil || contest.objectionsUntil > unit.now) return;
  const told = await unit.journal.ofDeed('contest.over', contest.openedAt);
  const organiser = await unit.members.byId(contest.openedById);
  if (!organiser || told.some(({ facts }) => facts['about'] === stageOf(contest))) return;
  unit.journal.add('contest.over', { facts: { about: stageOf(contest) } });
  await unit.tell('contest.over', { organiser: organiser.userid, contest });
}

/** When a contest next wants something of this grid: now, at the end of the days for objections, or not at all. */
export async function nextContestWork(unit: Unit, now: Date): Promise<Date | null> {
  const [contest] = await unit.contests.all();
  if (!contest) return null;
  const isOrganiser = contest.gridId === unit.grid.id;
  if (contest.state === 'scoring') return isOrganiser || (await awaitsFigures(unit)) ? now : null;
  if ((await untold(unit)).length > 0 || (await isUnheard(unit, contest, isOrganiser))) return now;
  if (!isOrganiser || contest.state !== 'publicity') return null;
  const told = await unit.journal.ofDeed('contest.over', contest.openedAt);
  return told.some(({ facts }) => facts['about'] === stageOf(contest)) ? null : contest.objectionsUntil;
}

/** True while somebody of this grid has not heard of an objection, or of its answer. */
async function isUnheard(unit: Unit, { edition, openedAt }: Contest, isOrganiser: boolean): Promise<boolean> {
  const heard = (await unit.journal.ofDeed('contest.hear', openedAt)).map(({ facts }) => facts);
  const objections = await unit.contests.objections(edition);
  const own = new Set(objections.flatMap(({ id, gridId }) => (gridId === unit.grid.id ? id : [])));
  const answers = (await unit.contests.answers(edition)).filter(({ objection }) => own.has(objection));
  if (answers.some(({ objection }) => !heard.some(({ answer }) => answer === objection))) return true;
  return isOrganiser && objections.some(({ id }) => !heard.some(({ objection }) => objection === id));
}

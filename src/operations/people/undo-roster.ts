import { dayMs } from '../../domain/calendar.js';
import { bondWith, boundSince, homesOf, isOwnHome, speaksFor } from '../../domain/people/bond.js';
import { Refusal } from '../../domain/refusal.js';
import { LedgerEntry } from '../../store/funds/ledger-entry.js';
import { Ballot } from '../../store/ballot/ballot.js';
import { PaperBallot } from '../../store/ballot/paper-ballot.js';
import type { Member } from '../../store/people/member.js';
import { RosterImport } from '../../store/people/roster-import.js';
import type { MemberView } from '../../store/people/members.js';
import { Offer } from '../../store/pledge/offer.js';
import { Support } from '../../store/proposal/support.js';
import type { Unit } from '../../store/engine/unit.js';
import { endBonds } from './end-bonds.js';
import { endSay } from './end-say.js';

interface Undone {
  readonly removed: number;
  readonly restored: number;
  readonly unbound: number;
  /** Members whose say had ended and who have it again. */
  readonly rebound: number;
}

/**
 * Undoes the last import of a roster as one, within a day: what it changed says what it said before, what it added is gone
 * from the roster, accounts that it bound are guests again, and whose say it ended have it again, unless they are bound elsewhere
 * by now. `none` without an import to undo, `late` after a day, `used`
 * when a household that it added has voted or promised since. Nobody undoes what concerns the own household.
 */
export async function undoRoster(
  unit: Unit,
  { member }: { member?: MemberView },
): Promise<Undone | 'none' | 'late' | 'used'> {
  const { now } = unit;
  const where = { gridId: unit.grid.id };
  const imports = await unit.manager.find(RosterImport, { where, order: { id: 'DESC' } });
  const last = imports.find(({ undoneAt }) => undoneAt === null);
  if (!last) return 'none';
  if (now.getTime() - last.at.getTime() > dayMs) return 'late';
  if (member && isAbout(member, last)) throw new Refusal('roster.undo', { why: 'own' });
  const added = last.before.flatMap(({ id, old }) => (old === null ? [id] : []));
  if (await haveActed(unit, new Set(added))) return 'used';
  const everybody = await unit.members.allBound();
  const unbound = new Set<number>();
  for (const { id, old } of last.before) {
    const household = await unit.members.household(id);
    if (!household) continue;
    const speaking = everybody.filter(one => speaksFor(one, household));
    const gone = speaking.filter(one => isBoundBy(one, last, id));
    const staying = speaking.filter(one => !gone.includes(one));
    if (old) await endSay(unit, { household, line: { ...household, ...old }, speaking: staying });
    await unit.members.keepHousehold(old ? { ...household, ...old } : { ...household, leftAt: now });
    for (const one of gone) await endBonds(unit, one, [household]);
    for (const one of gone) unbound.add(one.id);
  }
  const rebound = await boundAgain(unit, last, now);
  await unit.rows.keep(RosterImport, Object.assign(last, { undoneAt: now }));
  const count = { removed: added.length, restored: last.before.length - added.length, unbound: unbound.size, rebound };
  unit.journal.add('roster.undo', { facts: { ...count } });
  return count;
}

/** True for somebody whose bond with a home the import itself made: bound by it, or given the home beside another by a line that newly names them. */
function isBoundBy(member: Member, { bound, at, before }: RosterImport, home: number): boolean {
  const since = boundSince(member, home);
  if (since) return bound.includes(member.id) && since.getTime() === at.getTime();
  const old = before.find(({ id }) => id === home)?.old;
  return member.alsoHouseholdIds?.includes(home) === true && old?.userids.includes(member.userid) !== true;
}

function isAbout({ id, userid, householdId, others }: MemberView, { before, bound }: RosterImport): boolean {
  return (
    bound.includes(id) ||
    before.some(
      one =>
        isOwnHome({ householdId, others }, one.id) ||
        one.ended?.includes(id) === true ||
        one.old?.userids.includes(userid) === true,
    )
  );
}

/** Gives those their say back whose say the import had ended. */
async function boundAgain(unit: Unit, { before, at }: RosterImport, now: Date): Promise<number> {
  let count = 0;
  for (const { id, ended = [] } of before)
    for (const member of await unit.members.byIds([...ended])) {
      const isElsewhere = member.boundAt !== null && member.boundAt > at;
      if (isElsewhere || member.leftAt !== null || homesOf(member).includes(id)) continue;
      await unit.members.keep(Object.assign(member, { ...bondWith(member, id, now), askedHouseholdId: null }));
      await unit.tell('people.say-restored', { member });
      count += 1;
    }
  return count;
}

/** True when one of the households has voted, promised, paid or seconded. */
async function haveActed(unit: Unit, households: ReadonlySet<number>): Promise<boolean> {
  if (households.size === 0) return false;
  const where = { gridId: unit.grid.id };
  const entries = await unit.manager.findBy(LedgerEntry, where);
  if (entries.some(({ householdId }) => householdId !== null && households.has(householdId))) return true;
  for (const household of households)
    for (const entity of [Ballot, PaperBallot, Offer, Support] as const)
      if (await unit.manager.existsBy<{ householdId: number }>(entity, { householdId: household })) return true;
  return false;
}

import { sum } from '../../domain/sum.js';
import { dayOf, startOf } from '../../domain/calendar.js';
import { type Earning, pointsFor } from '../../domain/credit/credit.js';
import type { Unit } from '../../store/engine/unit.js';

interface Award {
  readonly memberId: number;
  readonly behaviour: Earning;
  /** What it is for, such as `poll:12`: the same behaviour about the same thing is rewarded once. */
  readonly about: string;
  readonly now: Date;
  /** Of money how many fen, of service how many half hours, of what a committee sets how many points. */
  readonly amount?: number;
  /** When it was done, where it is entered later: daily and yearly caps are those of that day. */
  readonly doneAt?: Date;
  /** Who vouches for it: nobody awards points to themselves, to their own household or to their kin (docs/domain.md 2.2). */
  readonly by?: Awarder;
  /** In the awarder's words, where the award is a judgement of theirs. */
  readonly reason?: string;
}

export interface Awarder {
  readonly id: number;
  readonly userid: string;
}

/**
 * Gives a member the points that a good deed earns, once for each deed and never above the caps; only to those who take part
 * in points by their own word. Returns the points given.
 *
 * The journal line of the deed that earned them seals the entry, so this is called before that line is added.
 */
export async function award(unit: Unit, deed: Award): Promise<number> {
  const { memberId, behaviour, about, now, amount, doneAt = now, by, reason } = deed;
  const member = await unit.members.byId(memberId);
  if (!member?.creditSince) return 0;
  if (by && (await isOwn(unit, by, member))) return 0;
  if (await unit.credit.has(memberId, behaviour, about)) return 0;

  const day = dayOf(doneAt);
  const earned = (await unit.credit.since(memberId, behaviour, startOf('year', doneAt))).map(entry => ({
    points: entry.points,
    day: entry.day ?? dayOf(entry.at),
  }));
  const thisYear = earned.filter(entry => entry.day.slice(0, 4) === day.slice(0, 4));
  const today = thisYear.filter(entry => entry.day === day);
  const points = pointsFor(
    behaviour,
    { today: sum(today.map(one => one.points)), thisYear: sum(thisYear.map(one => one.points)) },
    now,
    amount,
  );
  if (points === 0) return 0;
  const judged = reason === undefined ? {} : { reason, by: by?.userid ?? null };
  const late = day === dayOf(now) ? {} : { day };
  await unit.credit.add({ memberId, behaviour, points, score: points, about, at: now, ...late, ...judged });
  return points;
}

type Someone = Pick<Awarder, 'id'>;

/** True when the awarder would award to themselves, to somebody they live with, or to declared kin. */
export async function isOwn(unit: Unit, by: Someone, to: Someone): Promise<boolean> {
  return by.id === to.id || (await ownTo(unit, by))(to);
}

/** The same of many, with what is known of the awarder read once. */
export async function ownTo(unit: Unit, by: Someone): Promise<(to: Someone) => Promise<boolean>> {
  // All homes of both: who acts for another one just now still belongs to each.
  const own = await homesSpokenFor(unit, by.id);
  const kin = await unit.supervision.kinOf(by.id);
  return async ({ id }) =>
    id === by.id || kin.includes(id) || (await homesSpokenFor(unit, id)).some(home => own.includes(home));
}

async function homesSpokenFor(unit: Unit, memberId: number): Promise<number[]> {
  const member = await unit.members.byId(memberId);
  if (!member || member.householdId === null || member.leftAt !== null) return [];
  return [member.householdId, ...(await unit.members.otherHomes(member)).map(({ id }) => id)];
}

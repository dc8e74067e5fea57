import { creditRulesAt } from '../../domain/credit/credit.js';
import { startOf } from '../../domain/calendar.js';
import { Refusal } from '../../domain/refusal.js';
import { isSuspicious, worthOf } from '../../domain/credit/service.js';
import type { ServiceSession } from '../../store/credit/service-session.js';
import type { ServiceShift } from '../../store/credit/service-shift.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { award, ownTo } from './award-points.js';

interface Confirmed {
  readonly session: ServiceSession;
  /** How many shifts count from now on. */
  readonly count: number;
  readonly halfHours: number;
  /** How many wait for the other confirmation. */
  readonly waiting: number;
}

/**
 * The organiser, and a second who was there, confirm the hours of a session: of everybody but themselves, their household and
 * whom they entered by hand. Once both have, the hours count, and earn points for those who take part (docs/domain.md 10.6).
 */
export async function confirmService(
  unit: Unit,
  { member, no }: { member: MemberView; no: number },
): Promise<Confirmed> {
  const { now } = unit;
  const session = await unit.service.session(no);
  if (!session) throw new Refusal('service.unknown', { session: no });
  const all = await unit.service.shiftsIn(session.id);
  const wasThere = all.some(({ memberId, endedAt }) => memberId === member.id && endedAt !== null);
  if (session.openedById !== member.id && !wasThere) throw new Refusal('service.notThere', { session: no });

  const organiser = await unit.members.byId(session.openedById);
  const isOwn = await ownTo(unit, member);
  const isOrganisers = organiser && (await ownTo(unit, organiser));
  const firsts: ServiceShift[] = [];
  const seconds: ServiceShift[] = [];
  for (const shift of all) {
    if (shift.halfHours === 0 || shift.confirmedAt || shift.enteredById === member.id) continue;
    const volunteer = await unit.members.byId(shift.memberId);
    if (!volunteer || (await isOwn(volunteer))) continue;
    const organiserMay = isOrganisers !== null && !(await isOrganisers(volunteer));
    const at = { first: shift.firstConfirmedById, organiser: session.openedById, organiserMay };
    const worth = worthOf(member.id, at);
    if (worth === 'first') firsts.push(shift);
    if (worth === 'second') seconds.push(shift);
  }
  const confirmed = [...firsts, ...seconds];
  if (confirmed.length === 0) throw new Refusal('service.nothing', { session: no });

  const rules = creditRulesAt(now);
  const pairs = await unit.service.confirmedSince(startOf('month', now));
  let flagged = 0;
  for (const shift of confirmed) {
    pairs.push({ by: member.id, of: shift.memberId });
    const isFlagged = isSuspicious(pairs, [member.id, shift.memberId], rules);
    if (isFlagged) flagged += 1;
    if (isFlagged) shift.flaggedAt = now;
    const isFirst = firsts.includes(shift);
    const by = isFirst
      ? { firstConfirmedById: member.id, firstConfirmedAt: now }
      : { confirmedById: member.id, confirmedAt: now };
    await unit.service.keepShift(Object.assign(shift, by));
    if (isFirst) continue;
    const { memberId, halfHours, startedAt, id } = shift;
    const deed = { memberId, behaviour: 'volunteer', about: `shift:${id}`, amount: halfHours } as const;
    await award(unit, { ...deed, doneAt: startedAt, by: member, now });
  }
  const halfHours = seconds.reduce((sum, shift) => sum + shift.halfHours, 0);
  const facts = { session: no, count: seconds.length, waiting: firsts.length, halfHours, flagged };
  unit.journal.add('service.confirm', { facts });
  await unit.tell('credit.served', { session, shifts: seconds, flagged });
  return { session, count: seconds.length, halfHours, waiting: firsts.length };
}

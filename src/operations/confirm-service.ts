import { creditRulesAt } from '../domain/credit.js';
import { startOf } from '../domain/calendar.js';
import { Refusal } from '../domain/refusal.js';
import { isSuspicious } from '../domain/service.js';
import type { ServiceSession } from '../store/entities/service-session.js';
import type { ServiceShift } from '../store/entities/service-shift.js';
import type { MemberView } from '../store/members.js';
import type { Unit } from '../store/unit.js';
import { award, isOwn } from './award-points.js';

export interface Confirmed {
  readonly session: ServiceSession;
  readonly shifts: readonly ServiceShift[];
  readonly halfHours: number;
  /** How many of them were flagged: the same two confirm each other again and again. */
  readonly flagged: number;
}

/**
 * The organiser, or another who was there, confirms the hours of a session: of everybody but themselves, their household and
 * whom they entered by hand. Only then do they count, and earn points for those who take part.
 */
export async function confirmService(
  unit: Unit,
  { member, no, now, messageId }: { member: MemberView; no: number; now: Date; messageId: string },
): Promise<Confirmed> {
  const session = await unit.service.session(no);
  if (!session) throw new Refusal('service.unknown', { session: no });
  const all = await unit.service.shiftsIn(session.id);
  const wasThere = all.some(({ memberId, endedAt }) => memberId === member.id && endedAt !== null);
  if (session.openedById !== member.id && !wasThere) throw new Refusal('service.notThere', { session: no });

  const waiting: ServiceShift[] = [];
  for (const shift of all) {
    if (shift.halfHours === 0 || shift.confirmedAt || shift.enteredById === member.id) continue;
    const volunteer = await unit.members.byId(shift.memberId);
    if (volunteer && !isOwn(member, volunteer)) waiting.push(shift);
  }
  if (waiting.length === 0) throw new Refusal('service.nothing', { session: no });

  const rules = creditRulesAt(now);
  const pairs = await unit.service.confirmedSince(startOf('month', now));
  let flagged = 0;
  for (const shift of waiting) {
    pairs.push({ by: member.id, of: shift.memberId });
    const isFlagged = isSuspicious(pairs, [member.id, shift.memberId], rules);
    if (isFlagged) flagged += 1;
    await unit.service.keepShift(
      Object.assign(shift, { confirmedById: member.id, confirmedAt: now, flaggedAt: isFlagged ? now : null }),
    );
    const { memberId, halfHours, startedAt, id } = shift;
    const deed = { memberId, behaviour: 'volunteer', about: `shift:${id}`, amount: halfHours } as const;
    await award(unit, { ...deed, doneAt: startedAt, by: member, now });
  }
  const halfHours = waiting.reduce((sum, shift) => sum + shift.halfHours, 0);
  const facts = { session: no, count: waiting.length, halfHours, flagged };
  unit.journal.add('service.confirm', { by: member.userid, at: now, messageId, facts });
  return { session, shifts: waiting, halfHours, flagged };
}

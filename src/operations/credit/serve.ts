import { dayOf, dayMs, startOf } from '../../domain/calendar.js';
import { creditRulesAt } from '../../domain/credit/credit.js';
import { Refusal } from '../../domain/refusal.js';
import { earliestEntry, halfHoursOf, isUnderWay, overlap, type Span } from '../../domain/credit/service.js';
import type { ServiceSession } from '../../store/credit/service-session.js';
import type { ServiceShift } from '../../store/credit/service-shift.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { isOwn } from './award-points.js';
import { type Place, whichHousehold } from '../people/which-household.js';

interface Deed {
  readonly member: MemberView;
}

/** An organiser opens an occasion to volunteer and gets the code that is told at the place. */
export async function openService(
  unit: Unit,
  { member, title, random }: Deed & { title: string; random(bytes: number): Buffer },
): Promise<ServiceSession> {
  const { now } = unit;
  const taken = new Set((await unit.service.openSessions(now)).map(({ code }) => code));
  let code = fourDigits(random);
  while (taken.has(code)) code = fourDigits(random);
  const { sessionDays } = creditRulesAt(now);
  const closesAt = new Date(startOf('day', now).getTime() + (sessionDays + 1) * dayMs);
  const session = await unit.service.open({ title, code, openedById: member.id, openedAt: now, closesAt });
  unit.journal.add('service.open', { facts: { session: session.no } });
  return session;
}

/** A code that opens nothing: it is counted, so that nobody tries them all. */
interface WrongCode {
  /** How many more may be tried today. */
  readonly left: number;
}

/** A volunteer checks in with the organiser's code; nobody serves in two places at once. */
export async function checkIn(
  unit: Unit,
  { member, code }: Deed & { code: string },
): Promise<ServiceSession | WrongCode> {
  const { now } = unit;
  const tries = await triesLeft(unit, member, now);
  const session = (await unit.service.openSessions(now)).find(one => one.code === code);
  if (!session) return wrongCode(unit, tries);
  await ensureFree(unit, member.id, { startedAt: now, endedAt: new Date(now.getTime() + 1) });
  await unit.service.keepShift({ sessionId: session.id, memberId: member.id, startedAt: now, halfHours: 0 });
  unit.journal.add('service.in', { facts: { session: session.no } });
  return session;
}

/** A volunteer checks out on the same day, with the same code; full half hours count, up to the day's cap. */
export async function checkOut(
  unit: Unit,
  { member, code }: Deed & { code: string },
): Promise<{ session: ServiceSession; shift: ServiceShift } | WrongCode> {
  const { now } = unit;
  const tries = await triesLeft(unit, member, now);
  const shifts = await unit.service.shiftsOf(member.id);
  const open = shifts.find(shift => isUnderWay(shift, now));
  const session = open && (await unit.service.sessionById(open.sessionId));
  if (!session) throw new Refusal('service.notIn', {});
  if (session.code !== code) return wrongCode(unit, tries);
  const halfHours = countOf({ startedAt: open.startedAt, endedAt: now }, shifts, now);
  const shift = await unit.service.keepShift(Object.assign(open, { endedAt: now, halfHours }));
  unit.journal.add('service.out', { facts: { session: session.no, halfHours } });
  return { session, shift };
}

/** An organiser enters the hours of somebody who could not check in, a few days late at most; another person confirms them. */
export async function enterShift(
  unit: Unit,
  { member, no, place, span }: Deed & { no: number; place: Place; span: { startedAt: Date; endedAt: Date } },
): Promise<{ session: ServiceSession; shift: ServiceShift }> {
  const { now } = unit;
  const session = await unit.service.session(no);
  if (!session) throw new Refusal('service.unknown', { session: no });
  const rules = creditRulesAt(now);
  if (span.endedAt > now) throw new Refusal('service.future', {});
  if (span.startedAt < earliestEntry(now, rules)) throw new Refusal('service.late', { days: rules.backdateDays });
  const household = await whichHousehold(unit, place);
  const [volunteer] = await unit.members.boundTo([household.id]);
  if (!volunteer) throw new Refusal('service.noMember', {});
  if (volunteer.id === member.id) throw new Refusal('points.own', {});
  await ensureFree(unit, volunteer.id, span);
  const halfHours = countOf(span, await unit.service.shiftsOf(volunteer.id), now);
  const shift = await unit.service.keepShift({
    sessionId: session.id,
    memberId: volunteer.id,
    ...span,
    halfHours,
    enteredById: member.id,
    // An organiser who enters the hours vouches for them: only the second witness is missing.
    ...(member.id === session.openedById && !(await isOwn(unit, member, volunteer))
      ? { firstConfirmedById: member.id, firstConfirmedAt: now }
      : {}),
  });
  unit.journal.add('service.enter', { facts: { session: no, halfHours } });
  return { session, shift };
}

/** How many codes a member may still get wrong today. */
async function triesLeft(unit: Unit, { userid }: MemberView, now: Date): Promise<number> {
  const wrong = await unit.journal.ofDeed('service.wrongCode', startOf('day', now));
  const left = creditRulesAt(now).wrongCodesPerDay - wrong.filter(({ by }) => by === userid).length;
  if (left <= 0) throw new Refusal('service.tooManyCodes', {});
  return left;
}

function wrongCode(unit: Unit, tries: number): WrongCode {
  unit.journal.add('service.wrongCode');
  return { left: tries - 1 };
}

function countOf(span: { startedAt: Date; endedAt: Date }, shifts: readonly ServiceShift[], now: Date): number {
  const day = dayOf(span.startedAt);
  const sameDay = shifts.filter(({ startedAt }) => dayOf(startedAt) === day);
  return halfHoursOf(span, sameDay, creditRulesAt(now));
}

async function ensureFree(unit: Unit, memberId: number, span: Span): Promise<void> {
  const other = (await unit.service.shiftsOf(memberId)).find(shift => overlap(shift, span));
  if (!other) return;
  const session = await unit.service.sessionById(other.sessionId);
  throw new Refusal('service.overlap', { title: session?.title ?? '', isOpen: other.endedAt === null });
}

function fourDigits(random: (bytes: number) => Buffer): string {
  return String(random(4).readUInt32BE() % 10_000).padStart(4, '0');
}

import { dayMs } from '../../domain/calendar.js';
import { Refusal } from '../../domain/refusal.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { emptyCredit } from '../credit/join-credit.js';

interface Asking {
  readonly member: MemberView;
}

/** Makes a link, good for a day, by which a member fetches everything that is kept about them (PIPL Art. 45). Logged. */
export async function handOutOwnData(unit: Unit, { member, secret }: Asking & { secret: string }): Promise<Date> {
  const { now } = unit;
  if (member.id === 0) throw new Refusal('data.none', {});
  const expiresAt = new Date(now.getTime() + dayMs);
  await unit.personal.handOut({ secret, userid: member.userid, now, expiresAt });
  unit.journal.add('data.export');
  return expiresAt;
}

/** Agrees to be named on rolls of honour, or takes that back: without it only a masked name is shown (PIPL Art. 25). */
export async function consentToName(unit: Unit, { member, agrees }: Asking & { agrees: boolean }): Promise<void> {
  const row = await unit.members.byUserid(member.userid);
  if (!row) throw new Refusal('data.none', {});
  await unit.members.keep(Object.assign(row, { namedAt: agrees ? unit.now : null }));
  unit.journal.add(agrees ? 'data.name' : 'data.unname');
}

/**
 * Erases who a member is (PIPL Art. 47): name, account and binding give way to a tombstone, messages that wait are dropped.
 * Score and points fall to nothing. Votes, payments and signatures stay, under the household and a number, because accounts and decisions have to stay whole
 * for as long as the law wants them kept. Whoever holds a role is first released from it.
 */
export async function eraseMember(unit: Unit, { member }: Asking): Promise<void> {
  const { now } = unit;
  const row = await unit.members.byUserid(member.userid);
  if (!row) return eraseVisitor(unit, { member });
  const held = (await unit.members.roles()).some(({ userid }) => userid === member.userid);
  if (held || (await unit.supervision.watches(member.id))) throw new Refusal('data.hasRole', {});
  const tombstone = `erased-${row.id}`;
  await unit.personal.forget(member.userid, tombstone);
  await unit.desk.endAll(unit.grid.id, member.userid);
  await unit.desk.forms.forget({ gridId: unit.grid.id, userid: member.userid });
  await emptyCredit(unit, row, now);
  if (member.household) {
    const { household } = member;
    const userids = household.userids.filter(userid => userid !== member.userid);
    await unit.members.keepHousehold(
      Object.assign(household, { userids, phone: userids.length === 0 ? null : household.phone }),
    );
  }
  // Who is a member elsewhere too, is erased from this grid only.
  const elsewhere = await unit.personal.isKnownElsewhere(member.userid);
  if (!elsewhere) await unit.identities.forget(member.userid, tombstone, now);
  await unit.members.keep(
    Object.assign(row, {
      userid: tombstone,
      name: '已注销',
      householdId: null,
      alsoHouseholdIds: null,
      alsoBound: null,
      askedHouseholdId: null,
      bindNo: null,
      namedAt: null,
      noRemindersAt: null,
      noRemindersOf: null,
      creditSince: null,
      teams: null,
      erasedAt: now,
    }),
  );
  unit.journal.add('data.erase', { by: tombstone });
}

/** Somebody from outside who never asked to be bound is known by the ids of the doors alone: those go, and nothing else was kept. */
async function eraseVisitor(unit: Unit, { member: { userid } }: Asking): Promise<void> {
  const person = await unit.identities.person(userid);
  if (!person || (await unit.personal.isKnownElsewhere(userid))) throw new Refusal('data.none', {});
  const tombstone = `erased-visitor-${person.id}`;
  await unit.personal.forget(userid, tombstone);
  await unit.identities.forget(userid, tombstone, unit.now);
  unit.journal.add('data.erase', { by: tombstone });
}

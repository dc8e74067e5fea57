import { dayMs, dayOf, noonOf } from '../../domain/calendar.js';
import { dayPlus, isLate } from '../../domain/market/market.js';
import { rulesAt } from '../../domain/rules.js';
import { type LateShare, marketStanding } from '../../store/market/market-standing.js';
import type { Unit } from '../../store/engine/unit.js';

/**
 * The morning list of shares that are late, declared or paid, for the secretaries and the accountant in private, once a day; and the
 * operator's contact is reminded in private, at the first morning and then every seventh day.
 */
export async function listLateShares(unit: Unit): Promise<void> {
  const { now } = unit;
  const today = dayOf(now);
  const told = await unit.journal.ofDeed('share.overdue', new Date(now.getTime() - dayMs));
  if (told.some(({ facts }) => facts['day'] === today)) return;
  const late = (await marketStanding(unit, now)).flatMap(standing =>
    standing.periods.filter(isLate).map(period => ({ agreement: standing.agreement, period })),
  );
  if (late.length === 0) return;
  await unit.tell('market.late', { late });
  const reminded: string[] = [];
  for (const one of late) if (await remind(unit, one, now)) reminded.push(keyOf(one));
  unit.journal.add('share.overdue', { facts: { day: today, count: late.length, reminded } });
}

function keyOf({ agreement, period }: LateShare): string {
  return `${agreement.no}/${period.key}`;
}

/** Reminds the operator's contact, unless that was done in the last days already. */
async function remind(unit: Unit, late: LateShare, now: Date): Promise<boolean> {
  const { agreement } = late;
  const contact = agreement.contactId === null ? null : await unit.members.byId(agreement.contactId);
  if (!contact || contact.leftAt || contact.erasedAt) return false;
  const since = noonOf(dayPlus(dayOf(now), 1 - rulesAt(now).marketReminderEveryDays));
  const before = await unit.journal.ofDeed('share.overdue', new Date(since.getTime() - dayMs / 2));
  if (before.some(({ facts }) => (facts['reminded'] as string[]).includes(keyOf(late)))) return false;
  await unit.tell('market.owed', { late, contact });
  return true;
}

/**
 * The month whose shares are to have been paid by now and are not published yet; null where there is none. Only the newest one: its
 * sheet tells of what is still open from before.
 */
export async function marketMonthDue(unit: Unit, now: Date): Promise<string | null> {
  const today = dayOf(now);
  const { marketPayDays } = rulesAt(now);
  // The last day of the month that is published lies so many days back that its shares were payable until yesterday.
  const month = dayPlus(`${dayPlus(today, -marketPayDays).slice(0, 7)}-01`, -1).slice(0, 7);
  const told = await unit.journal.ofDeed('market.publish', noonOf(`${month}-01`));
  return told.some(({ facts }) => facts['month'] === month) ? null : month;
}

/** Publishes a month's sheet in the group; the notice board shows the same figures at any time. */
export async function publishMarket(unit: Unit, { month, sheet }: { month: string; sheet: string }): Promise<void> {
  await unit.tell('market.month', { sheet });
  unit.journal.add('market.publish', { facts: { month } });
}

import { dayMs, startOf } from '../../domain/calendar.js';
import { creditRulesAt } from '../../domain/credit/credit.js';
import { expiryOf, spendable } from '../../domain/credit/credit-balance.js';
import { topics } from '../../store/notice/topics.js';
import type { Unit } from '../../store/engine/unit.js';

/**
 * Tells members in private, 60 and 15 days before, how many of their points expire on 31 December (docs/domain.md 10.5). How often is told by
 * the journal, so a second run tells nobody twice, and after an outage one notice stands for those that were missed.
 */
export async function warnExpiry(unit: Unit): Promise<void> {
  const { now } = unit;
  const thisYear = startOf('year', now);
  // Points of last year expire at the end of this one.
  const expiresAt = expiryOf(new Date(thisYear.getTime() - 1));
  const left = Math.ceil((expiresAt.getTime() - now.getTime()) / dayMs);
  const due = creditRulesAt(now).expiryNoticeDays.filter(days => left <= days);
  const told = await unit.journal.ofDeed('credit.expiring', thisYear);
  if (due.length === 0 || told.some(({ facts }) => Number(facts['round']) >= due.length)) return;

  let members = 0;
  for (const { id, userid, creditSince, erasedAt } of await unit.members.allBound()) {
    if (!creditSince || erasedAt) continue;
    const points = spendable(await unit.credit.entries(id), now)
      .lots.filter(lot => lot.expiresAt <= expiresAt)
      .reduce((sum, lot) => sum + lot.points, 0);
    if (points === 0) continue;
    members += 1;
    await unit.tell('credit.expiring', { userid, points, expiresAt });
  }
  unit.journal.add('credit.expiring', { facts: { round: due.length, members } });
}

/** A member's points are others now than a notice of those that expire has told: it is not told any more. */
export async function outdateExpiry(unit: Unit, memberId: number): Promise<void> {
  const member = await unit.members.byId(memberId);
  if (member) await unit.posts.withdraw(topics.expiring, member.userid);
}

import { dayMs, startOf } from '../../domain/calendar.js';
import { Refusal } from '../../domain/refusal.js';
import { type Star, starRulesAt, starsOf } from '../../domain/people/star-rating.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { contestFigures } from '../contest/contest-figures.js';

/** A leader's stars over the year before today, from the record alone. */
export async function leaderStars(unit: Unit, { id, roles }: MemberView, now: Date): Promise<Star[]> {
  const rules = starRulesAt(now);
  const until = new Date(startOf('day', now).getTime() + dayMs);
  const period = { from: new Date(until.getTime() - rules.days * dayMs), until };
  const led = roles.filter(({ role }) => role === 'building_leader' || role === 'entrance_leader');
  const buildings = led.some(({ building }) => building === null)
    ? null
    : new Set(led.flatMap(({ building }) => building ?? []));
  const record = await contestFigures(unit, period, now);
  return starsOf(record.of({ memberId: id, buildings }).figures, rules);
}

/** The leader agrees to show how many stars they have on their card (PIPL Art. 25), or takes it back. */
export async function showStars(
  unit: Unit,
  { member, shows }: { member: MemberView; shows: boolean },
): Promise<number> {
  const card = await unit.roleCards.of(member.id);
  if (!card) throw new Refusal('card.none', {});
  const count = (await leaderStars(unit, member, unit.now)).filter(({ isEarned }) => isEarned).length;
  await unit.roleCards.keep(Object.assign(card, { stars: shows ? count : null, starsAt: shows ? unit.now : null }));
  unit.journal.add(shows ? 'stars.show' : 'stars.hide');
  return count;
}

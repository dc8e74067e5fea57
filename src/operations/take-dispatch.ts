import { dayMs, dayOf, startOf } from '../domain/calendar.js';
import { rulesAt } from '../domain/rules.js';
import type { Unit } from '../store/unit.js';

const leading = ['grid_secretary', 'grid_deputy', 'community_secretary', 'building_leader'] as const;

/**
 * Whom the pack of today's dispatch is sent to, of the grid or of its community: nobody on another day of the rhythm than its
 * own, or when it was sent already.
 */
export async function takeDispatch(unit: Unit, level: 'grid' | 'community', now: Date): Promise<string[]> {
  const { dispatchDays, communityDispatchDays } = rulesAt(now);
  const days = level === 'grid' ? dispatchDays : communityDispatchDays;
  const day = dayOf(now);
  if (dayOf(startOf('week', now)) !== day) return [];
  const sent = await unit.journal.ofDeed('dispatch.pack', new Date(now.getTime() - (days - 1) * dayMs));
  if (sent.some(({ facts }) => facts['level'] === level)) return [];
  const to = new Set<string>();
  for (const role of level === 'grid' ? leading : (['community_secretary'] as const))
    for (const userid of await unit.members.withRole(role)) to.add(userid);
  if (to.size > 0) unit.journal.add('dispatch.pack', { by: 'clock', at: now, facts: { day, level } });
  return [...to];
}

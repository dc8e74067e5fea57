import { dayMs, dayOf, startOf } from '../../domain/calendar.js';
import type { RoleId } from '../../domain/permissions.js';
import { rulesAt } from '../../domain/rules.js';
import type { Unit } from '../../store/engine/unit.js';

const leading = {
  grid: ['grid_secretary', 'grid_deputy', 'community_secretary', 'building_leader'],
  community: ['community_secretary'],
  subdistrict: ['subdistrict_admin'],
  county: ['county_admin'],
} as const satisfies Record<string, readonly RoleId[]>;

export type DispatchLevel = keyof typeof leading;

/**
 * Whom the pack of today's dispatch is sent to, of the grid or of what stands above it (docs/domain.md 11.2): nobody on another
 * day of the rhythm than its own, or when it was sent already.
 */
export async function takeDispatch(unit: Unit, level: DispatchLevel, now: Date): Promise<string[]> {
  const day = dayOf(now);
  if (dayOf(startOf('week', now)) !== day || !isMonth(level, now)) return [];
  const sent = await unit.journal.ofDeed('dispatch.pack', new Date(now.getTime() - (daysOf(level, now) - 1) * dayMs));
  if (sent.some(({ facts }) => facts['level'] === level)) return [];
  const to = new Set<string>();
  for (const role of leading[level]) for (const userid of await unit.members.withRole(role)) to.add(userid);
  if (to.size > 0) unit.journal.add('dispatch.pack', { by: 'clock', at: now, facts: { day, level } });
  return [...to];
}

/** For so many days no other pack of this level follows. */
function daysOf(level: DispatchLevel, now: Date): number {
  const { dispatchDays, communityDispatchDays } = rulesAt(now);
  return level === 'community' ? communityDispatchDays : dispatchDays;
}

/** Subdistrict and county meet on the first Monday of their months, counted from January on. */
function isMonth(level: DispatchLevel, now: Date): boolean {
  const { subdistrictDispatchMonths, countyDispatchMonths } = rulesAt(now);
  if (level === 'grid' || level === 'community') return true;
  const [, month = 1, date = 1] = dayOf(now).split('-').map(Number);
  const every = level === 'county' ? countyDispatchMonths : subdistrictDispatchMonths;
  return date <= 7 && (month - 1) % every === 0;
}

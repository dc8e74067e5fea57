import { dayMs, dayOf, startOf } from '../../domain/calendar.js';
import type { RoleId } from '../../domain/permissions.js';
import { rulesAt } from '../../domain/rules.js';
import type { DispatchLevel } from '../../store/notice/fact-parts.js';
import type { Unit } from '../../store/engine/unit.js';

const leading = {
  grid: ['grid_secretary', 'grid_deputy', 'community_secretary', 'building_leader'],
  community: ['community_secretary'],
  subdistrict: ['subdistrict_admin'],
  county: ['county_admin'],
} as const satisfies Record<DispatchLevel, readonly RoleId[]>;

/**
 * Sends the pack of today's dispatch, of the grid or of what stands above it (docs/domain.md 11.2), to those who lead it: nothing on
 * another day of the rhythm than its own, or when it was sent already.
 */
export async function sendDispatch(unit: Unit, level: DispatchLevel): Promise<void> {
  const { now } = unit;
  const day = dayOf(now);
  if (dayOf(startOf('week', now)) !== day || !isMonth(level, now)) return;
  const sent = await unit.journal.ofDeed('dispatch.pack', new Date(now.getTime() - (daysOf(level, now) - 1) * dayMs));
  if (sent.some(({ facts }) => facts['level'] === level)) return;
  const userids = await unit.members.withAnyRole(leading[level]);
  if (userids.length === 0) return;
  unit.journal.add('dispatch.pack', { facts: { day, level } });
  await unit.tell('county.dispatch', { level, userids });
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

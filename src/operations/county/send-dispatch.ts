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
 * Sends the pack of a dispatch, of the grid or of what stands above it (docs/domain.md 11.2), to those who lead it: on its Monday, or on
 * the first day after it on which anything is sent, once.
 */
export async function sendDispatch(unit: Unit, level: DispatchLevel): Promise<void> {
  const { now } = unit;
  const day = dayOf(now);
  const since = sinceOf(level, now);
  if (!since) return;
  const sent = await unit.journal.ofDeed('dispatch.pack', since);
  if (sent.some(({ facts }) => facts['level'] === level)) return;
  const userids = await unit.members.withAnyRole(leading[level]);
  if (userids.length === 0) return;
  unit.journal.add('dispatch.pack', { facts: { day, level } });
  await unit.tell('county.dispatch', { level, userids });
}

/** The Monday from which on the pack is due that was not sent since; null where none is due now. */
function sinceOf(level: DispatchLevel, now: Date): Date | null {
  const { dispatchDays, communityDispatchDays, subdistrictDispatchMonths, countyDispatchMonths } = rulesAt(now);
  const monday = startOf('week', now);
  if (level === 'grid') return new Date(monday.getTime() - (dispatchDays - 7) * dayMs);
  if (level === 'community') return new Date(monday.getTime() - (communityDispatchDays - 7) * dayMs);
  // Subdistrict and county meet on the first Monday of their months, counted from January on.
  const every = level === 'county' ? countyDispatchMonths : subdistrictDispatchMonths;
  const first = startOf('week', new Date(startOf('month', now).getTime() + 6 * dayMs));
  const isMonth = (Number(dayOf(now).slice(5, 7)) - 1) % every === 0;
  return isMonth && now >= first ? first : null;
}

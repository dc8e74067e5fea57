import { dayMs, dayOf, startOf } from '../../domain/calendar.js';
import type { Unit } from '../../store/engine/unit.js';
import { type KeyLine, type WallLine, wallLine } from '../../store/county/wall-chart.js';

/** What the wall chart shows this week, once a week; null where it was taken already, or the grid has no key project. */
export async function takeWallWeek(unit: Unit): Promise<(WallLine & { key: KeyLine }) | null> {
  const { now } = unit;
  const day = dayOf(now);
  if ((await unit.journal.ofDeed('wall.post', startOf('week', now))).length > 0) return null;
  const line = await wallLine(unit, Number(day.slice(0, 4)), now);
  if (!line.key) return null;
  unit.journal.add('wall.post', { facts: { day, no: line.key.project.no } });
  return { ...line, key: line.key };
}

/** Reminds the secretaries that their grid has no key project of the year (docs/domain.md 11): once a month, on its first Monday. */
export async function remindOfKey(unit: Unit): Promise<void> {
  const { now } = unit;
  const day = dayOf(now);
  if (Number(day.slice(8)) > 7) return;
  const year = day.slice(0, 4);
  if ((await wallLine(unit, Number(year), now)).key) return;
  const sent = await unit.journal.ofDeed('key.remind', new Date(now.getTime() - 7 * dayMs));
  const userids = sent.length > 0 ? [] : await unit.members.withRole('grid_secretary');
  if (userids.length === 0) return;
  unit.journal.add('key.remind', { facts: { day } });
  await unit.tell('county.no-key', { year, userids });
}

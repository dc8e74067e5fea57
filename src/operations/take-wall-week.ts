import { dayMs, dayOf } from '../domain/calendar.js';
import type { Unit } from '../store/unit.js';
import { type KeyLine, type WallLine, wallLine } from '../store/wall-chart.js';

/** What the wall chart shows this week, once a week; null where it was taken already, or the grid has no key project. */
export async function takeWallWeek(unit: Unit, now: Date): Promise<(WallLine & { key: KeyLine }) | null> {
  const day = dayOf(now);
  const taken = await unit.journal.ofDeed('wall.post', new Date(now.getTime() - 2 * dayMs));
  if (taken.some(({ facts }) => facts['day'] === day)) return null;
  const line = await wallLine(unit, Number(day.slice(0, 4)), now);
  if (!line.key) return null;
  unit.journal.add('wall.post', { by: 'clock', at: now, facts: { day, no: line.key.project.no } });
  return { ...line, key: line.key };
}

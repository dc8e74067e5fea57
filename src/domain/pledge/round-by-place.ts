import { byPlace, type Place } from '../label.js';

/** How many households of one building or entrance take part. */
export interface PlaceCount {
  /** Labels of the roster; null for all the others together. */
  readonly at: Pick<Place, 'building' | 'unit'> | null;
  readonly count: number;
}

/**
 * The households that take part in a round by entrance, or by building where an entrance has too few. No row, and nothing that the
 * difference to the total tells, stands for fewer than `least` households; how many do not take part is never told
 * (docs/domain.md 6.3, 13.4).
 */
export function roundByPlace(taking: readonly Place[], least: number): PlaceCount[] {
  const byEntrance = counted(taking, ({ building, unit }) => ({ building, unit }));
  // A building is shown by its entrances only where each of them has enough: the sum of the building stands nowhere.
  const whole = new Set(byEntrance.filter(({ count }) => count < least).map(({ at }) => at?.building));
  const rows = counted(taking, ({ building, unit }) => ({ building, unit: whole.has(building) ? '' : unit }));
  const shown = rows.filter(({ count }) => count >= least);
  let rest = rows.filter(({ count }) => count < least).reduce((sum, { count }) => sum + count, 0);
  while (rest > 0 && rest < least && shown.length > 0) {
    const smallest = shown.toSorted((a, b) => a.count - b.count)[0];
    if (!smallest) break;
    shown.splice(shown.indexOf(smallest), 1);
    rest += smallest.count;
  }
  return rest >= least ? [...shown, { at: null, count: rest }] : shown;
}

function counted(
  taking: readonly Place[],
  keyOf: (place: Place) => Pick<Place, 'building' | 'unit'>,
): { at: Pick<Place, 'building' | 'unit'>; count: number }[] {
  const rows = new Map<string, { at: Pick<Place, 'building' | 'unit'>; count: number }>();
  for (const place of taking.toSorted(byPlace)) {
    const at = keyOf(place);
    const key = `${at.building} ${at.unit}`;
    const row = rows.get(key) ?? { at, count: 0 };
    rows.set(key, { at, count: row.count + 1 });
  }
  return [...rows.values()];
}

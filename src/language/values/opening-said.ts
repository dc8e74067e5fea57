import type { ContestList } from '../../domain/contest/contest-rules.js';
import { dayForm, dayNear } from './time/said-day.js';

export interface Opening {
  readonly fromDay: string | null;
  readonly untilDay: string | null;
  readonly places: Partial<Record<ContestList, number>>;
}

const placeNames: readonly [ContestList, RegExp][] = [
  ['grid', /红旗网格(?:取|选|评|要|定)?(\d{1,6})[个名]?/u],
  ['grid_member', /(?:优秀)?网格员(?:取|选|评|要|定)?(\d{1,6})[个名]?/u],
  ['leader', /(?:优秀)?楼长(?:、?单元长)?(?:取|选|评|要|定)?(\d{1,6})[个名]?/u],
];

const eachDay = new RegExp(dayForm, 'gu');

/** Reads `1月1日到5月31日，楼长150名`: the days that count, and places where they are fewer than usual. */
export function readOpening(text: string, now: Date): Opening {
  const said = text.normalize('NFKC');
  const days = [...said.matchAll(eachDay)].map(found => dayNear(found.slice(1, 4), now));
  const places: Partial<Record<ContestList, number>> = {};
  for (const [list, form] of placeNames) {
    const found = form.exec(said)?.[1];
    if (found !== undefined) places[list] = Number(found);
  }
  return { fromDay: days[0] ?? null, untilDay: days[1] ?? null, places };
}

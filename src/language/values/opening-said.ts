import { type ContestList, contestLists } from '../../domain/contest/contest-rules.js';
import { Refusal } from '../../domain/refusal.js';
import { withDigits } from './numbers.js';
import { dayForm, dayNear } from './time/said-day.js';

interface Opening {
  readonly fromDay: string | null;
  readonly untilDay: string | null;
  readonly places: Partial<Record<ContestList, number>>;
}

const placeNames: readonly [ContestList, RegExp][] = [
  ['grid', /红旗网格(?!员)/u],
  ['grid_member', /网格员/u],
  ['leader', /楼长/u],
];
/** 楼长名额150名, 优秀楼长、单元长评150个: the number behind the name of a list. */
const placesSaid = /^[^\d，,。；;]{0,12}?(?<n>\d{1,6})(?!\d|月|日|号)/u;

const eachDay = new RegExp(dayForm, 'gu');

/**
 * Reads `1月1日到5月31日，楼长150名`: the days that count, and places where they are fewer than usual. A list whose number cannot be read is
 * never opened with the usual one.
 */
export function readOpening(text: string, now: Date): Opening {
  const said = withDigits(text.normalize('NFKC'));
  const [from, until] = [...said.matchAll(eachDay)].map(found => found.slice(1, 4));
  const untilDay = until ? dayNear(until, now) : null;
  const places: Partial<Record<ContestList, number>> = {};
  for (const [list, name] of placeNames) {
    const at = name.exec(said);
    if (!at) continue;
    const n = placesSaid.exec(said.slice(at.index + at[0].length))?.groups?.['n'];
    if (n === undefined) throw new Refusal('contest.placesUnread', { list: contestLists[list] });
    places[list] = Number(n);
  }
  return { fromDay: from ? before(from, untilDay, now) : null, untilDay, places };
}

/** The day on which a period begins: 1月1日到6月30日 said in August is of this year, though the next first of January is as near. */
function before(from: readonly (string | undefined)[], until: string | null, now: Date): string | null {
  const near = dayNear(from, now);
  if (near === null || until === null || near <= until || from[0] !== undefined) return near;
  const there = dayNear([until.slice(0, 4), from[1], from[2]], now);
  return there !== null && there <= until ? there : near;
}

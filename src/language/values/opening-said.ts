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
  const days = [...said.matchAll(eachDay)].map(found => dayNear(found.slice(1, 4), now));
  const places: Partial<Record<ContestList, number>> = {};
  for (const [list, name] of placeNames) {
    const at = name.exec(said);
    if (!at) continue;
    const n = placesSaid.exec(said.slice(at.index + at[0].length))?.groups?.['n'];
    if (n === undefined) throw new Refusal('contest.placesUnread', { list: contestLists[list] });
    places[list] = Number(n);
  }
  return { fromDay: days[0] ?? null, untilDay: days[1] ?? null, places };
}

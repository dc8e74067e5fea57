import { findAddresses, type Household } from './household.js';
import { isMood, readMood } from '../manner/mood.js';
import { foldWidth } from '../width.js';

/** A home of a list, as far as it was said: 302 behind 3号楼2单元301 is of the same entrance. */
export interface HomeSaid extends Household {
  readonly start: number;
  readonly end: number;
}

/** Building and entrance that a bare door belongs to. */
export type Near = Pick<Household, 'building' | 'unit'>;

/** Building and entrance of a home, as far as they were said. */
export function nearOf({ building, unit }: Household): Near {
  return { ...(building === undefined ? {} : { building }), ...(unit === undefined ? {} : { unit }) };
}

/** A home as it is said with a sum or a deed, in full or by its door; the source of a regular expression. */
export const homeForm =
  '(?:(?:\\d{1,3}|[一二三四五六七八九十]{1,3})号?[楼栋幢](?:第?[\\d一二三四五六七八九十]{1,3}单元)?|\\d{1,2}-(?:\\d{1,2}-)?|[\\d一二三四五六七八九]单元)?\\d{3,4}(?![\\d.])(?:室|户)?';

/** A door by itself: no sum, no number of a matter, no year. */
const door =
  /(?<![\d.¥￥第单元]|收|共|的|各)(?<room>\d{3,4})(?=$|[\s、，,。;；]|[室户家]|[和跟与及]|没|未|不|来|到|在|请|走|缺|也|都|是|其实|后来|两|写|记|错|看|那|的(?!\d)|不在|当面|上门|[送贴]到?)/gu;

/** Every home that is named, each with what it leaves out taken from the one before it, or from `near`. */
export function findHomes(text: string, near: Near = {}): HomeSaid[] {
  const said = foldWidth(text);
  if (!/\d{3}|[零〇一二三四五六七八九]{3}|单元|楼/u.test(said)) return [];
  const whole = findAddresses(said).filter(({ room }) => room !== undefined);
  const bare = [...said.matchAll(door)]
    .map(({ index, groups }): HomeSaid => {
      const room = groups?.['room'] ?? '';
      return { start: index, end: index + room.length, room };
    })
    .filter(({ start, end }) => !whole.some(one => start < one.end && one.start < end));
  let before: Near = near;
  return [...whole, ...bare]
    .toSorted((one, other) => one.start - other.start)
    .map(home => {
      const isWhole = home.building !== undefined;
      const building = isWhole ? home.building : before.building;
      const unit = home.unit ?? (isWhole ? undefined : before.unit);
      before = nearOf({ building, unit });
      return { ...home, ...before };
    });
}

/** `3号楼2单元301`, as far as it is known. */
export function homeWords({ building, unit, room }: Household): string {
  return [
    building === undefined ? '' : `${building}号楼`,
    unit === undefined ? '' : `${unit}单元`,
    room === undefined ? '' : room,
  ].join('');
}

/** A home with what it leaves out taken from the words of another: 302 beside 3号楼2单元301. */
export function besideHome(home: Household, before: string): Household {
  const near = home.building === undefined ? nearOf(findAddresses(before)[0] ?? {}) : {};
  return { ...near, ...nearOf(home), ...(home.room !== undefined && { room: home.room }) };
}

/** 301 fits 3号楼2单元301. */
export function fitsHome(said: Household, words: string): boolean {
  const { building, unit, room } = findAddresses(words)[0] ?? {};
  const isSame = (part: unknown, known: unknown): boolean => part === undefined || String(part) === String(known);
  return String(room) === String(said.room) && isSame(said.building, building) && isSame(said.unit, unit);
}

/** Who was there and who was not, as one sentence tells it. */
interface Presence {
  readonly came: readonly HomeSaid[];
  readonly gone: readonly HomeSaid[];
  /** The stretch of clauses that tell of it: what stands before and behind it is about something else. */
  readonly start: number;
  readonly end: number;
}

const absent =
  /没(?:有)?(?:来|到|在|去|参加|签到|露面|人)|未到|不在|缺席|请了?(?:个)?假|走了|来不了|没空|(?:记|写|看|弄|搞|打|报|听|数)(?:错|岔|串|重|多)|去掉|划掉|删掉|不算|不是/u;
const present =
  /来了?|到(?:了|场|会|的|齐|$)|在(?:场|$)|参加|出席|^\s*(?:还|又|我)?漏(?:了|记|报|写|登)|还有|补上|加上|应该是|是/u;

/**
 * Reads who came and who did not: 302没来，来的是1单元202的张大娘. A clause of doors only goes on with the clause before it; doors beside no
 * such word are neither. Null where nobody is told of, or where it is asked, quoted or supposed.
 */
export function readPresence(
  text: string,
  near: Near = {},
  isCame = (left: string) => present.test(left),
): Presence | null {
  const said = foldWidth(text);
  const homes = findHomes(said, near);
  if (homes.length === 0) return null;
  const mood = readMood(said);
  const came: HomeSaid[] = [];
  const gone: HomeSaid[] = [];
  let before: HomeSaid[] | null = null;
  let start = said.length;
  let end = 0;
  for (const { index, 0: clause } of said.matchAll(/[^，,。;；\n!！?？]+/gu)) {
    const stretch = { start: index, end: index + clause.length };
    const inside = homes.filter(home => home.start >= stretch.start && home.end <= stretch.end);
    if (inside.length > 0 && isMood(mood, stretch, 'forwarded', 'quoted', 'asked', 'conditional')) return null;
    const left = inside
      .toReversed()
      .reduce((rest, home) => rest.slice(0, home.start - index) + rest.slice(home.end - index), clause);
    const onlyDoors: boolean = /^[\s、和跟与及还有家户室两三四五六七八九十都的]*$/u.test(left);
    const list: HomeSaid[] | null = absent.test(left) ? gone : isCame(left) ? came : onlyDoors ? before : null;
    if (inside.length > 0 && list) {
      list.push(...inside);
      start = Math.min(start, stretch.start);
      ({ end } = stretch);
    }
    if (inside.length > 0 || list) before = list;
  }
  return came.length + gone.length > 0 ? { came, gone, start, end } : null;
}

const listing =
  /^[^，,。;；\n]{0,10}?(?:来了?|到了?|到场|出席|参加|到会|在场)(?:的)?(?:有|是)?[:：\s]*[、和跟与及还有家户室一两三四五六七八九十几都了的\s]*$/u;

/** The homes that a longer text lists as present (今天来了3号楼2单元301、302两家，401请假), and nothing that is only told of one of them. */
export function listedPresent(text: string): Presence | null {
  const found = readPresence(text, {}, left => listing.test(left));
  return found && found.came.length > 0 ? found : null;
}

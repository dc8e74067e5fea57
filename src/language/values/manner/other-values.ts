import { dayOf, dayTold, wholeDayTold } from '../../../domain/calendar.js';
import { typed } from '../../../domain/money.js';
import { commonRun } from '../matter-names.js';
import { findAmounts, standsForSomethingElse } from '../money/amounts.js';
import { readWhole } from '../numbers.js';
import { findAddresses } from '../people/household.js';
import { findNumbers } from '../project-numbers.js';
import { findPercents } from '../percent.js';
import { covering } from '../span.js';
import { dayForm, dayNear, withMonths } from '../time/said-day.js';
import { readTime } from '../time/times.js';
import { foldWidth } from '../width.js';
import { hasMood } from './mood.js';

/** A day, a sum in fen, or a share of a hundred. */
type Measure = 'day' | 'sum' | 'percent';

interface Found {
  readonly kind: Measure;
  readonly value: string | number;
  readonly start: number;
  readonly end: number;
}

/** What of a deed becomes another value: the slot with what it holds then, and from what to what. */
export interface Change {
  readonly kind: Measure;
  readonly slot: string;
  readonly from: string | number;
  readonly to: string | number;
  readonly value: unknown;
  /** True where it is called by the words that stand beside it (人工是一千二). */
  readonly isCalled: boolean;
}

const wrong =
  /[说念写记报打录登填算听弄搞发定约转按输选抄数](?:得|的)?(?:错|岔|反|串|混|早|晚|迟|高|低|多|少|漏)(?:了|啦|[人户家门])|[多少漏](?:打|写|说|报|记|算|加|录|填|念)|不对|错了|口误|有误|更正|说的不是/u;
const instead =
  /改(?:成|为|到|在|过来|一下|[\d一二三四五六七八九十])|换成|挪到|[推延提拖放缓往](?:迟|后|前|长|宽|期)*到|应(?:该|当)?是|该是|才[是对]|其实是|不是[^。]{1,24}?是|是[^，,。]{1,12}不是/u;

/** 说早了，改成3月31号; 人工那项写错了，是一千二: words by which something that was said is to be otherwise. They ask and suppose nothing. */
export function saysOtherwise(text: string): boolean {
  const said = foldWidth(text).replaceAll(/(?:不对){2,}/gu, '不对');
  if ([...said].length > 80 || !(wrong.test(said) || instead.test(said))) return false;
  return !hasMood(said.replaceAll('吧', ''), 'forwarded', 'quoted', 'asked', 'conditional', 'joking');
}

/** True where it is said in so many words that something was said or entered wrongly. */
export function saysWrong(text: string): boolean {
  return wrong.test(foldWidth(text)) && saysOtherwise(text);
}

const spelled = /[一二三四五六七八九十廿]{1,3}(?=月|[号日](?!楼|院|线|门|机))/gu;
const dated = new RegExp(dayForm.replace('(?:月|-|\\/)', '月'), 'gu');
const relative = /(?:大?后|明|今)[天日]|(?:这个?|本|下{1,2}个?)?(?:周|星期|礼拜)[一二三四五六日天](?![天个])/gu;

/** The words with their days as month and day, and all that is measured in them. */
function measuresIn(said: string, now: Date): { readonly text: string; readonly found: readonly Found[] } {
  const text = withMonths(
    foldWidth(said).replaceAll(spelled, words => String(readWhole(words) ?? words)),
    now,
  );
  const span = ({ index, 0: words }: RegExpExecArray) => ({ start: index, end: index + words.length });
  const days: Found[] = [...text.matchAll(dated)].flatMap(each => {
    const value = dayNear(each.slice(1, 4), now);
    return value === null ? [] : [{ kind: 'day', value, ...span(each) }];
  });
  for (const each of text.matchAll(relative)) {
    const at = readTime(each[0], now);
    if (at) days.push({ kind: 'day', value: dayOf(at), ...span(each) });
  }
  const isHome = covering(findAddresses(text), text.length);
  const sums = findAmounts(text).flatMap((each): Found[] =>
    each.kind === 'exact' && (each.named || !(standsForSomethingElse(text, each) || isHome(each)))
      ? [{ kind: 'sum', value: each.fen, start: each.start, end: each.end }]
      : [],
  );
  const percents = findPercents(text).flatMap(({ value, start, end, isWord }): Found[] =>
    isWord ? [] : [{ kind: 'percent', value, start, end }],
  );
  const inside = ({ start, end }: Found): boolean =>
    !days.some(day => start < day.end && day.start < end) &&
    !percents.some(each => start < each.end && each.start < end);
  return { text, found: [...days, ...percents, ...sums.filter(inside)] };
}

interface Standing extends Found {
  readonly slot: string;
  /** What stands before it in its row: 人工 of 材料1800元，人工1200元. */
  readonly label: string;
}

type Slots = Readonly<Record<string, unknown>>;

/** A slot that holds a number, by what it counts. */
const counted: Readonly<Record<string, Measure>> = { cost: 'sum', amount: 'sum', cap: 'sum', percent: 'percent' };

const clauseEnd = /[，,。；;]/u;
const rowEnd = /[，,、；;。\n]/u;

function standingIn(slots: Slots, now: Date): readonly Standing[] {
  const standing = Object.entries(slots).flatMap(([slot, held]): Standing[] => {
    const kind = counted[slot];
    if (typeof held === 'number') return kind ? [{ kind, value: held, start: 0, end: 0, slot, label: '' }] : [];
    if (typeof held !== 'string') return [];
    const { text, found } = measuresIn(held, now);
    return found.map(each => ({
      ...each,
      slot,
      label: text.slice(0, each.start).split(rowEnd).at(-1) ?? '',
    }));
  });
  // What has a slot of its own is no value of the words beside it.
  const own = new Set(standing.flatMap(({ kind, end }) => (end === 0 ? [kind] : [])));
  return standing.filter(({ kind, end }) => end === 0 || !own.has(kind));
}

/**
 * What the words say to be otherwise of what was done: of each kind the one value that is none of those that stand, for the one of them that is said
 * as well (不是22号，是23号), that is called by its words (人工是一千二), or that is the only one. Null where they say none, or nobody knows for which.
 */
export function changesSaid(slots: Slots, words: string, now: Date): readonly Change[] | null {
  const { no } = slots;
  // 12号的日子改到20号 names its matter.
  const bare = foldWidth(words).replaceAll(/(?<![\d月])(\d{1,7})号(?!之?前|以前|楼)/gu, (said, digits: string) =>
    Number(digits) === no ? ' ' : said,
  );
  const standing = standingIn(slots, now);
  const { text, found } = measuresIn(inMonthOf(standing, bare, now), now);
  const meant: { of: Standing; to: string | number }[] = [];
  for (const kind of ['day', 'sum', 'percent'] as const) {
    const before = standing.filter(each => each.kind === kind);
    const said = found.filter(each => each.kind === kind);
    const isStanding = ({ value }: Found): boolean => before.some(one => one.value === value);
    const others = said.filter(each => !isStanding(each));
    if (before.length === 0 || others.length === 0) continue;
    const values = new Set(others.map(({ value }) => value));
    for (const value of values) {
      const places = others.filter(each => each.value === value);
      const of = meantBy(before, {
        text,
        places,
        named: values.size === 1 ? said.filter(isStanding) : [],
        isOnly: values.size === 1,
      });
      if (!of || (values.size > 1 && before.length === 1)) return null;
      meant.push({ of, to: value });
    }
  }
  // Two values for one that stands: nobody knows which.
  if (meant.length === 0 || new Set(meant.map(({ of }) => of)).size < meant.length) return null;
  // What is said of another matter by its number is none of this one: a number that is no day of what changes.
  const days = meant.flatMap(({ of: { kind, value }, to }) => (kind === 'day' ? [value, to].map(dayNumber) : []));
  const isOther = (number: number): boolean => number !== no && !days.includes(number);
  if (typeof no === 'number' && findNumbers(words).some(number => isOther(number.no))) return null;
  return meant.map(({ of: { kind, slot, value: from, label }, to }) => ({
    isCalled: commonRun(text, label) >= 2,
    kind,
    slot,
    from,
    to,
    value: changed(slots, slot, { meant: meant.filter(({ of }) => of.slot === slot), now }),
  }));
}

function dayNumber(day: string | number): number {
  return Number(String(day).slice(-2));
}

const dayAlone = /(?<![月\d./-])(\d{1,2})(?=[日号](?!楼|院|线|门|机))/gu;

/** 22号说早了，是24号 of what is due on 22 April: a day without its month is in the month of those that stand, or in the next where it is over there. */
function inMonthOf(standing: readonly Standing[], text: string, now: Date): string {
  const months = new Set(standing.flatMap(({ kind, value }) => (kind === 'day' ? [String(value).slice(0, 7)] : [])));
  const [only = ''] = months;
  if (months.size !== 1) return text;
  const month = Number(only.slice(5));
  return text.replaceAll(dayAlone, (day: string, _: string, at: number) => {
    if (/\d月/u.test(text.slice(0, at))) return day;
    const isOver = `${only}-${day.padStart(2, '0')}` < dayOf(now);
    return `${isOver ? (month % 12) + 1 : month}月${day}`;
  });
}

/** Which of those that stand gets another value. */
function meantBy(
  before: readonly Standing[],
  {
    text,
    places,
    named,
    isOnly,
  }: {
    readonly text: string;
    readonly places: readonly Found[];
    readonly named: readonly Found[];
    readonly isOnly: boolean;
  },
): Standing | null {
  if (before.length === 1) return before[0] ?? null;
  const clauses = places.map(
    ({ start, end }) =>
      `${text.slice(0, start).split(clauseEnd).at(-1) ?? ''} ${text.slice(end).split(clauseEnd)[0] ?? ''}`,
  );
  // 人工是9000，材料还是16000 changes what is called beside the new value, and not the one that stays.
  const old = before.filter(({ value }) => named.some(each => each.value === value));
  const called = calledIn(before, clauses) ?? (old.length === 1 ? old[0] : undefined);
  return called ?? (isOnly ? calledIn(before, [text]) : null);
}

/** The one of them whose words stand in one of the texts. */
function calledIn(before: readonly Standing[], texts: readonly string[]): Standing | null {
  const runs = before.map(one => Math.max(0, ...texts.map(text => commonRun(text, one.label))));
  const best = Math.max(...runs);
  const fitting = before.filter((_, at) => runs[at] === best);
  return best >= 2 && fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** The slot with all that changes in it. */
function changed(
  slots: Slots,
  slot: string,
  {
    meant,
    now,
  }: { readonly meant: readonly { readonly of: Standing; readonly to: string | number }[]; readonly now: Date },
): unknown {
  const held = slots[slot];
  if (typeof held !== 'string') return meant[0]?.to;
  return meant
    .toSorted((one, other) => other.of.start - one.of.start)
    .reduce(
      (text, { of: { kind, start, end }, to }) =>
        `${text.slice(0, start)}${inWords(kind, to, { now, from: text.slice(start, end) })}${text.slice(end)}`,
      measuresIn(held, now).text,
    );
}

const hasYear = /年|\d{4}/u;

/** A value as it stands in a sentence of fixed form: 3月31日, 20500元, 40%. A day has its year where it is another one, or where the day that it replaces had it. */
export function inWords(
  kind: Measure,
  value: string | number,
  { now, from = '' }: { readonly now: Date; readonly from?: string },
): string {
  if (kind === 'percent') return `${value}%`;
  if (kind === 'sum') return typed(Number(value));
  const day = String(value);
  return hasYear.test(from) ? wholeDayTold(day) : dayTold(day, dayOf(now));
}

import { thingsIn } from '../lexicon/thing-names.js';
import { cutsOf, isSlip, soundsOf } from './heard.js';
import { findNumbers } from './project-numbers.js';
import { remembered } from './manner/remembered.js';
import type { Span } from './span.js';

/** A matter that people may call by its name instead of its number. */
export interface Matter {
  readonly no: number;
  readonly title: string;
}

/** A stretch of a message that names a matter (路灯 of 太阳能路灯), or several of them alike. */
interface NamedMatters extends Span {
  readonly matters: readonly Matter[];
  /** True where the matter has another name for the same thing: 漏雨那个 of 屋顶做防水. */
  readonly isAlike?: true;
}

/** Words that stand in many titles and tell none from another; where something is, is said of much else. */
const common =
  /是否同意|方案|单元|小区|我们|咱们|大家|全院|公共|居民|业主|老化|破损|旧的?|新的?|安装|更换|维修|改造|加装|增设|粉刷|修缮|整治|建设|工程|项目|提案|建议|\d+(?:号|栋|幢|单元|层|楼|户|室)*楼?|(?<![一二三四五六七八九十])[一二三四五六七八九十]+(?:号楼|栋|单元|层|楼|户)|[东西南北前后左右][头边面侧门]|门[口前]|楼[前后上下里]|院[里内]|里面|外面|旁边|[“”"'「」『』（）()，,。；;：:、\s的修装换建刷铺种做请]/gu;
const leastSigns = 2;

/** A title with blanks in the place of what is not its own. */
export const ownOf = remembered((title: string) => title.replace(common, mark => ' '.repeat(mark.length)));

/**
 * The matters that a message calls by name: each stretch is the longest run of two Chinese signs or more that it shares with what is a title's
 * own, together with what stands around it in both (装门禁). A matter whose number is said as well is not looked for.
 */
export function findNamed(text: string, matters: readonly Matter[]): NamedMatters[] {
  const numbers = findNumbers(text);
  const candidates = matters
    .filter(({ no }) => !numbers.some(number => number.no === no))
    .map(matter => ({ matter, own: ownOf(matter.title) }));
  const found: NamedMatters[] = [];
  let at = 0;
  while (at < text.length) {
    const runs = candidates.map(({ matter, own }) => ({ matter, ...runAt(text, at, own, matter.title) }));
    const longest = Math.max(0, ...runs.map(({ length }) => length));
    if (longest < leastSigns) {
      at += 1;
      continue;
    }
    const best = runs.filter(({ length }) => length === longest);
    const whole = best.length === 1 ? best : best.filter(({ end, start }) => end - start > longest);
    const [only = best[0]] = whole.length === 1 ? whole : best;
    const start = Math.max(only?.start ?? at, found.at(-1)?.end ?? 0);
    const named = whole.length === 1 ? whole : best;
    found.push({ start, end: only?.end ?? at + longest, matters: named.map(({ matter }) => matter) });
    at = Math.max(at + longest, only?.end ?? 0);
  }
  return found;
}

const called =
  /^(?:那|咱|咱们|[，,\s])*(?<name>(?:(?![我你您他她这那])\p{Script=Han}){1,8}?)(?:的?(?:那|这)(?:个|件|个?事|件事)|的事)(?=[，,。\s我俺咱还现怎咋啥到几差都就按先要有]|什么|$)/u;

/** 修树那个: what is spoken of as known is the one matter that has all of its signs, one behind the other; a place alone (二号楼那个) names none. */
export function findCalled(text: string, matters: readonly Matter[]): NamedMatters[] {
  const found = called.exec(text);
  const name = found?.groups?.['name'];
  if (!found || name === undefined || ownOf(name).trim() === '') return [];
  // 锁那个: one sign has to be a title's own.
  const fitting = matters.filter(({ title }) => signsInOrder(name, name.length > 1 ? title : ownOf(title)));
  const start = found[0].indexOf(name);
  const end = found[0].length;
  if (fitting.length > 0) return fitting.length === 1 ? [{ start, end, matters: fitting }] : [];
  const things = thingsIn(name);
  const alike = matters.filter(({ title }) => [...thingsIn(title)].some(thing => things.has(thing)));
  return alike.length === 1 ? [{ start, end, matters: alike, isAlike: true }] : [];
}

/** Whether a title has all of these signs, one behind the other. */
export function signsInOrder(signs: string, title: string): boolean {
  let at = -1;
  return [...signs].every(sign => (at = title.indexOf(sign, at + 1)) >= 0);
}

/** The longest run from here on that is a title's own, and the stretch around it in which message and title agree. */
function runAt(text: string, at: number, own: string, title: string): Span & { readonly length: number } {
  let length = 0;
  let place = -1;
  while (at + length < text.length && /[\p{Script=Han}A-Za-z]/u.test(text[at + length] ?? '')) {
    const next = own.indexOf(text.slice(at, at + length + 1));
    if (next < 0) break;
    place = next;
    length += 1;
  }
  if (length < leastSigns) return { start: at, end: at, length: 0 };
  let before = 0;
  while (at > before && place > before && text[at - before - 1] === title[place - before - 1]) before += 1;
  let end = at + length;
  while (end < text.length && text[end] === title[place + (end - at)]) end += 1;
  // 停车线 of 画停车位线: what a name ends in is part of it, also where something was left out between.
  const last = own.slice(place + (end - at));
  const tail = [1, 2].find(signs => last.length > signs && text.startsWith(last.slice(-signs), end));
  if (tail !== undefined && /\p{Script=Han}/u.test(last.slice(-tail)) && !last.slice(-tail).includes(' ')) end += tail;
  // 疏通公司 is somebody, and not the matter of 疏通院里下水道.
  return ofFirm.test(text.slice(end)) ? { start: at, end: at, length: 0 } : { start: at - before, end, length };
}

const ofFirm = /^(?:公司|集团|工程队|厂家?(?![里房区])|经营部|商店|门市)/u;

/** The names that a title may be called by: each run of two signs or more of what is its own, the longest first. */
const runsOf = remembered((title: string) =>
  ownOf(title)
    .split(' ')
    .filter(piece => /^\p{Script=Han}{2,8}$/u.test(piece))
    .flatMap(piece =>
      Array.from(piece, (_, from) =>
        Array.from(piece.slice(from + leastSigns - 1), (__, more) => piece.slice(from, from + leastSigns + more)),
      ).flat(),
    )
    .toSorted((a, b) => b.length - a.length)
    .map(name => ({ name, sound: soundsOf(name) })),
);

/** 路登我出200, 主管到我同意: with the right signs where the name of a matter was typed with others of the same sound; as long as it was. */
export function namesHeard(text: string, matters: readonly Matter[]): string {
  const sounds = soundsOf(text);
  if (sounds.length !== text.length) return text;
  let cuts: ReadonlySet<number> | undefined;
  for (const { title } of matters)
    for (const { name, sound } of runsOf(title)) {
      const at = sounds.indexOf(sound);
      const typed = at < 0 ? name : text.slice(at, at + name.length);
      if (typed === name) continue;
      const known = (cuts ??= cutsOf(text));
      if (isSlip(typed, name, place => known.has(at + place)))
        return text.slice(0, at) + name + text.slice(at + name.length);
    }
  return text;
}

/** The length of the longest run of signs that stands in both. */
export function commonRun(said: string, title: string): number {
  let best = 0;
  for (let start = 0; start < said.length; start += 1) {
    let end = start + best + 1;
    while (end <= said.length && title.includes(said.slice(start, end))) end += 1;
    best = Math.max(best, end - 1 - start);
  }
  return best;
}

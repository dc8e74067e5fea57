import { againstDisplayed, objects, protests } from '../../language/reading/moment.js';
import type { Understanding } from '../../language/reading/understand.js';
import { bySaying } from '../../language/reading/sayings.js';
import { leastMeant, leastOffice, surelyFrom } from '../../language/reading/thresholds.js';
import { findCalled, findNamed, type Matter, namesHeard } from '../../language/values/matter-names.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { onlyOne } from '../../domain/only-one.js';
import { may } from '../../domain/permissions.js';
import { plain } from '../../domain/plain-text.js';
import { missingSlot } from '../question/lacking.js';
import { type Asking, choicesIn, rehearsed } from '../rehearsal.js';
import { mostButtons } from '../reply.js';
import { ofNumber } from '../several.js';
import type { Parts, Turn } from '../turn.js';
import { knownDeed, wishOf } from '../understood.js';
import { sureFrom, type Wish } from '../wish.js';

/** Beside a plan of works numbers are days. */
const days = /工期/u;
/** Longer messages tell of much. */
const longest = 120;

/** A message that calls a matter by its name: the same with the number in the name's place. */
export interface ByName {
  readonly text: string;
  /** The names, by the number that took their place. */
  readonly names: ReadonlyMap<number, string>;
  /** Matters of which one name may mean each. */
  readonly unclear: readonly Matter[];
  /** The same with the number of the first name alone: the next ones are words of what is told. */
  readonly first: string;
  /** True where another matter is named by its number. */
  readonly isBeside: boolean;
  /** True where another name of the same thing was said: what binds somebody is read back. */
  readonly isAlike?: true;
}

/** The names in the words of a message, looked up at most once. */
export type Called = () => Promise<ByName | null>;

/** Puts the numbers of matters in hand in the place of their names (路灯我家出200: 15号我家出200); null where none is named. */
export async function byName({ unit }: Turn, text: string): Promise<ByName | null> {
  if ([...text].length > longest || !/\p{Script=Han}{2}/u.test(text)) return null;
  const numbers = findNumbers(text);
  // 15号我家出200 says all.
  if (numbers.length > 0 && !/[，,。；;、\s]/u.test(text.trim())) return null;
  const underWay = await unit.projects.titlesUnderWay();
  const named = findNamed(text, underWay);
  const found = named.length > 0 || numbers.length > 0 ? named : findCalled(text, underWay);
  if (found.length === 0) return null;
  // 台阶工期 拆旧18号 砌新25号 names days, and no matter of that number.
  const isBeside = !days.test(text) && numbers.some(({ no }) => underWay.some(matter => matter.no === no));
  const isAlike = found.find(one => one.isAlike)?.isAlike;
  const names = new Map<number, string>();
  const unclear: Matter[] = [];
  let placed = '';
  let from = 0;
  let first = text;
  for (const { start, end, matters } of found) {
    const [only, ...others] = matters;
    if (!only) continue;
    if (others.length > 0) unclear.push(...matters);
    // Said once more it is a word like others.
    else if (!names.has(only.no)) {
      const before = text.slice(from, start);
      // 301和302路灯: the number of the matter is not one with that of the home.
      placed += `${before}${/\d$/u.test(before) ? ' ' : ''}${only.no}号`;
      from = end;
      if (names.size === 0) first = placed + text.slice(from);
      names.set(only.no, text.slice(start, end));
    }
  }
  return {
    text: placed + text.slice(from),
    first,
    names,
    unclear: names.size > 0 ? [] : unclear,
    isBeside,
    ...(isAlike && { isAlike }),
  };
}

/** The one matter that the words name, by its number or by its name; undefined where they name none or several. */
export async function matterNamed(turn: Turn, text: string): Promise<number | undefined> {
  const named = await byName(turn, text);
  return onlyOne(new Set([...findNumbers(text).map(number => number.no), ...(named?.names.keys() ?? [])]));
}

/** The number of a matter of which the words say the name or the number, and nothing else. */
export async function matterAlone(what: string, called: Called): Promise<number | undefined> {
  const [number, ...others] = findNumbers(what);
  if (number) return others.length === 0 && number.end - number.start === what.length ? number.no : undefined;
  const named = await called();
  const no = onlyOne(named?.names.keys() ?? []);
  return no !== undefined && named?.names.get(no) === what ? no : undefined;
}

/**
 * A deed that lacks the number of its matter, where a name was typed with other signs of the same sound (路登我出200): the same with the number,
 * to be read back. Null where none sounds so, or where it is no deed of a matter.
 */
export async function heardName(
  parts: Parts,
  turn: Turn,
  text: string,
  { bare, read }: { readonly bare: Understanding; readonly read: (words: string) => Understanding },
): Promise<{ readonly named: ByName; readonly numbered: Understanding } | null> {
  const definition = parts.intents.get(bare.intent);
  const isLacking = definition?.slots['no'] !== undefined && bare.slots['no'] === undefined;
  if (!isLacking || definition.binds === 'nobody' || [...text].length > longest) return null;
  const right = namesHeard(text, await turn.unit.projects.titlesUnderWay());
  const named = right === text ? null : await byName(turn, right);
  const numbered = named && readByName(parts, turn, bare, named, read);
  return named && numbered ? { named, numbered: unsure(numbered) } : null;
}

/** A reading of the numbered words, in which what will be published is said as the member said it. */
export function inOwnWords(read: Understanding, { names }: ByName): Understanding {
  return { ...read, slots: restored(read.slots, names), ...(read.extras && { extras: restored(read.extras, names) }) };
}

export function restored<S extends Readonly<Record<string, unknown>>>(slots: S, names: ByName['names']): S {
  const inWords = (slot: string, value: unknown): unknown =>
    typeof value === 'string'
      ? value.replaceAll(numberAlone, (number, no: string) => {
          const name = names.get(Number(no));
          return name === undefined ? number : namesPerson.has(slot) ? '' : name;
        })
      : Array.isArray(value)
        ? value.map(each => inWords(slot, each))
        : value;
  return Object.fromEntries(Object.entries(slots).map(([slot, value]) => [slot, inWords(slot, value)])) as S;
}

/** People and homes: 王建军台阶的200收到了 is of 王建军. */
const namesPerson: ReadonlySet<string> = new Set(['payer', 'name', 'party', 'giver', 'beneficiary']);

/** 1号 of a matter, and not that of 1号楼 or 5月1号. */
const numberAlone = /(?<![\d月])(\d{1,7})号(?!楼|栋|幢|座|院)/gu;

/** Who raises or reports something may name what there is; only an idea is meant for it. */
const ownMatter: ReadonlySet<string> = new Set(['proposal.open', 'report.open']);

/** The words with the numbers that a message of such a deed is read by: in an office's words a second name is a word like others. */
export function numberedWords({ intent }: Pick<Understanding, 'intent'>, { text, first }: ByName): string {
  return intent in ofNumber || intent === 'chat.other' || ownMatter.has(intent) ? text : first;
}

/**
 * What a message means that names a matter: the deed that it says of the number, where the message is of a deed that wants one. A number
 * makes much sound like a deed, so what is none without it (等路灯装好了我出两百) needs to be half of one already, and all that the bare
 * words do not say as well is read back. Null where the name counts for nothing (我家门口路灯坏了, 4号楼也装路灯吧).
 */
export function readByName(
  parts: Parts,
  { member }: Turn,
  bare: Understanding,
  named: ByName,
  read: (words: string) => Understanding,
): Understanding | null {
  const wants = (intent: string): boolean => parts.intents.get(intent)?.slots['no'] !== undefined;
  // 12号同意，路灯出100: households say several deeds at once. In an office's words a name beside the number is a word like others.
  const isTogether = bare.intent in ofNumber;
  if (named.isBeside && !isTogether) return null;
  const talks = bare.intent === 'chat.other';
  // Against what is on display a protest is read back, whatever it sounds like without the matter.
  const protest = protests.test(named.first) || objects.test(named.first) ? read(named.first) : null;
  if (protest?.why.rule === againstDisplayed) return unsure(inOwnWords(protest, named));
  if (ownMatter.has(bare.intent)) return ideaOf(bare, named);
  const listsAll = bare.intent === 'proposal.list';
  if (!talks && !listsAll && !wants(bare.intent)) return null;
  const numbered = inOwnWords(knownDeed(parts, read(numberedWords(bare, named))), named);
  const given = thingNamed(bare, numbered, named);
  if (given) return given;
  if (!wants(numbered.intent) || numbered.slots['no'] === undefined)
    return talks || listsAll ? null : withNumber(bare, named);
  if (parts.intents.get(numbered.intent)?.binds === 'nobody')
    return (talks && bare.confidence >= surelyFrom) || ((talks || listsAll) && numbered.confidence < sureFrom)
      ? null
      : numbered;
  if (listsAll) return null;
  // 撤票。电梯: the whole is a saying, beside which the name stands for the number.
  if (talks && numbered.why.rule.startsWith(bySaying)) return unsure(numbered);
  if (talks) {
    const share = bare.why.readings.find(({ intent }) => intent === numbered.intent)?.share ?? 0;
    return share >= leastMeant || isOffice(parts, member, numbered) ? unsure(numbered) : null;
  }
  const isSure = numbered.intent === bare.intent && bare.confidence >= sureFrom && !named.isAlike;
  return isSure ? numbered : unsure(numbered);
}

/** 路灯认筹延到月底 by who may do it: an office's deed is hardly ever talk, and it is read back. */
function isOffice({ intents }: Parts, member: Turn['member'], { intent, confidence }: Understanding): boolean {
  const deed = intents.get(intent);
  return deed !== undefined && deed.binds !== 'household' && confidence >= leastOffice && may(member, deed.permission);
}

/** Goods that are the matter itself: 路灯再加两盏吧 gives nothing, and 路灯我出 means money. Null where something else is given. */
function thingNamed(bare: Understanding, { slots }: Understanding, { names, text }: ByName): Understanding | null {
  const { item } = bare.slots;
  if (bare.intent !== 'pledge.goods' || typeof item !== 'string') return null;
  if (![...names.values()].some(name => name.includes(item))) return null;
  if (!/[出捐认拿给凑掏送]/u.test(text)) return { ...unsure(bare), intent: 'chat.other', slots: {} };
  const { no } = slots;
  if (no === undefined || slots['item'] !== undefined) return null;
  return { ...unsure(bare), intent: 'pledge.money', slots: { no } };
}

const idea =
  /^(?:我|俺|咱)?(?:们|家)?(?:觉得|建议|提议)?(?<no>\d+)号(?:的话|的事|那个|这个|那边|那儿|的)?[，,。.：:！!\s]*(?:我|俺|咱)?(?:们|家)?(?:建议|提议|觉得|最好)?(?<text>[^]{2,})$/u;

/** 能不能离窗户远一点我提个建议: what only offers the idea is no part of it. */
const onlyOffers =
  /(?<=.{2})[，,\s]*(?:我|俺|这(?:是|算))?(?:就)?(?:提|给)?(?:一?个|点|条)?(?:小)?建议(?:啊|哈|吧)?[。.！!]*$/u;

const offersFirst = /^(?:我|俺)?(?:想)?(?:提|有)(?:一?[个条点])?(?:小)?建议[，,：:\s]+(?=.{2})/u;

/** 我建议路灯装感应的, 刷楼道我建议用浅黄的: an idea for what there is already, and no matter of its own. */
function ideaOf(bare: Understanding, { text }: ByName): Understanding | null {
  const found = idea.exec(text)?.groups;
  if (bare.intent !== 'proposal.open' || !found?.['text'] || !/建议|提议|最好/u.test(text)) return null;
  const words = found['text'].trim().replace(offersFirst, '').replace(onlyOffers, '');
  return { ...unsure(bare), intent: 'idea.add', slots: { no: Number(found['no']), text: words } };
}

/** The reading of the bare words, for the one matter that is named. */
function withNumber(bare: Understanding, { names }: ByName): Understanding | null {
  const no = onlyOne(names.keys());
  return no === undefined ? null : { ...unsure(bare), slots: { ...bare.slots, no } };
}

function unsure(read: Understanding): Understanding {
  const { offered: _, ...others } = read;
  return { ...others, confidence: Math.min(read.confidence, sureFrom - 0.2) };
}

/** 电梯大修。 says no more than the name: what stands about it is shown. */
const nameAlone = /^\s*\d+号[吧呗啊呀哈呢嘛\p{P}\s]*$/u;

/** A deed in its form with a name in the number's place: an office's is read back, for it is all that is known of the matter. */
export function formByName(parts: Parts, named: ByName): Wish | null {
  const no = onlyOne(named.names.keys());
  if (no !== undefined && nameAlone.test(named.text))
    return { intent: 'proposal.show', slots: { no }, sure: true, confirmed: false };
  const form = named.names.size === 1 && !named.isBeside ? parts.fixedForm(named.text) : null;
  if (!form) return null;
  const binds = parts.intents.get(form.intent)?.binds;
  const isSure = binds === 'nobody' || (binds === 'household' && !named.isAlike);
  return { ...form, slots: restored(form.slots, named.names), sure: isSure };
}

/** Which of several matters is meant that one name fits; the one of them that the deed can be done for is meant. */
export async function whichNamed(
  parts: Parts,
  turn: Turn,
  bare: Understanding,
  { unclear }: ByName,
): Promise<Wish | Asking | null> {
  const wish = wishOf(bare);
  const { intent, slots } = wish;
  const definition = parts.intents.get(intent);
  if (unclear.length < 2 || !definition?.slots['no'] || slots['no'] !== undefined) return null;
  if (!may(turn.member, definition.permission)) return null;
  const isWhole = !missingSlot(parts, definition, { slots: wish.slots, text: '', now: turn.now });
  const seen = isWhole ? await rehearsed(parts, turn, wish, definition) : {};
  if (unclear.some(({ no }) => no === seen.no)) return { ...wish, slots: { ...wish.slots, no: seen.no } };
  const fitting = (seen.several && choicesIn(seen.several)) ?? [];
  const named = unclear.filter(({ no }) => fitting.length === 0 || fitting.some(choice => choice.no === no));
  const listed = named.length > 0 ? named : unclear;
  return {
    asks: 'no',
    question: ['您说的是哪一件？请回复几号。', ...listed.map(({ no, title }) => `${no}号 ${plain(title, 40)}`)].join(
      '\n',
    ),
    choices: listed.slice(0, mostButtons).map(({ no }) => [no, `${no}号`]),
  };
}

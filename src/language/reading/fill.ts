import { thingMeasures, thingSlots, thingWords } from '../../domain/things.js';
import { chooseAmount, doorsIn, findAmounts, readAmount } from '../values/money/amounts.js';
import { isoMinute } from '../values/time/clock.js';
import { readHousehold, readOwnHousehold } from '../values/people/household.js';
import { readSequence } from '../values/numbers.js';
import { tidyWords } from '../values/pieces.js';
import type { Scene, Slots } from './scene.js';
import { readSlot } from './slots.js';
import { findOptions } from '../values/options.js';
import { matterOnly } from '../values/manner/matter-only.js';
import { isNamed } from '../values/people/naming.js';
import { readPayers } from '../values/money/payers.js';
import { percentIn } from '../values/percent.js';
import { cutOut } from '../values/span.js';
import { findTimes, type TimeMention } from '../values/time/times.js';
import { chosen } from './choices.js';
import { reported, wholeClauses, withHowOften } from './clauses.js';
import { announced, hoursSaid, numberAhead, pairSaid, payerSaid, taskSaid } from './plainly.js';
import { refine } from './refine.js';
import { noSaid } from './settled.js';
import { readVote } from './vote.js';
import { areSettled } from './sums.js';
import { longestSight, type Sight } from './sight.js';
import type { SlotSpan } from './spans.js';

/** What was said for each slot, and what of it could not be read as the value that it should be. */
export interface Filled {
  readonly slots: Slots;
  /** Slots whose words name no value: a reason to ask. */
  readonly unread: readonly string[];
}

/** Numbers of things other than projects: 申请3, 第7张, 5号凭证. */
const counted = new Set([...thingSlots, 'nth', 'edition', 'points', 'days']);
const read = new Set(['class', 'score', 'hours', 'percent', 'quantity', 'source', 'result']);
const flags = new Set(['replaces', 'adds', 'unnamed', 'many']);
/** Slots in the member's own words: one that begins at the last sign of a word (发现电线) begins behind it. */
const inWords = new Set(['text', 'reason', 'title', 'item', 'task', 'purpose', 'what', 'evidence']);
/** Words that are published or booked as they stand. */
const written = ['text', 'reason', 'purpose', 'terms', 'quotes', 'answer', 'what', 'plan'];
/** Deeds of offices, which are told to whoever writes them down. A resident's own words stay: 账目不清，请公布 means what sounds like an aside. */
const dictated =
  /^(?:(?:funds|spend|plan|project|meeting|member|dispatch|emergency|works|inspection|finding|market|pledge|promise|progress|schedule|proposal|benefit|reward|colour|phone|sheet)\.|(?:idea|objection|contest|credit|report)\.answer$|credit\.(?:award|reverse)$|report\.(?:refer|solve)$|task\.claim$)/u;
const negation = /[不没未别]$/u;
/** Deeds whose `no` is that of something else than a project. */
const ownNumbers = /^(?:task|service)\.|^credit\.answer$/;

interface Said {
  readonly intent: string;
  readonly slot: string;
  readonly words: string;
  readonly scene: Scene;
  /** Every time that the message names. */
  readonly times: readonly TimeMention[];
}

const counts = /[\d０-９零一二两俩三仨四五六七八九十百千万半几多些]/u;

/** Reads the slots of one deed from the stretches that the chain found. Values come from the exact readers, words from the member. */
export function fill(
  intent: string,
  names: readonly string[],
  spans: readonly SlotSpan[],
  { scene, cuts }: Pick<Sight, 'scene' | 'cuts'>,
): Filled {
  const slots: Record<string, unknown> = {};
  const unread: string[] = [];
  const doubtful: string[] = [];
  const times = names.includes('deadline') ? findTimes(withoutNumbers(scene), scene.now) : [];
  for (const found of arranged(intent, spans, scene)) {
    const span = wholeClauses(intent, wholeScope(apart(found, scene), scene), scene.plain);
    if (slots[span.slot] !== undefined || isDenied(span, scene)) continue;
    // Of a long message the reader sees the beginning; what reaches the end of that goes on to the end of the message.
    const isCut = span.end >= longestSight && scene.plain.length > span.end;
    const start = inWords.has(span.slot) ? begun(span.start, scene.plain, cuts) : span.start;
    // 不同意 with its first sign left out says the contrary.
    const from = inWords.has(span.slot) && negation.test(scene.plain.slice(0, start)) ? start - 1 : start;
    // 楼道灯坏了 ends with its 了.
    const done = span.slot === 'title' && /[坏漏堵塌破断]了$/u.test(scene.plain.slice(0, span.end + 1)) ? 1 : 0;
    const words = wordsAt(scene, { start: from, end: isCut ? scene.plain.length : span.end + done });
    const value = valueOf({ intent, slot: span.slot, words, scene, times });
    // What holds no number counts nothing: 电 of 电费券.
    if (value === undefined && span.slot === 'quantity' && !counts.test(words)) continue;
    if (value === undefined) unread.push(span.slot);
    else slots[span.slot] = value;
  }
  const sum = chooseAmount(scene.text, scene.amounts);
  // Two readers that name different sums: it is asked, with the sum of the reader that knows corrections and totals.
  if (slots['amount'] !== undefined && sum?.kind === 'exact' && sum.fen !== slots['amount']) {
    if (!areSettled(scene.text, scene.amounts, sum.fen)) doubtful.push('amount');
    slots['amount'] = sum.fen;
  }
  supplement(slots, { intent, names, scene, times });
  if (intent === 'poll.open') listed(slots, scene);
  refine(intent, slots, scene);
  for (const name of dictated.test(intent) ? written : [])
    if (typeof slots[name] === 'string') slots[name] = matterOnly(slots[name]);
  Object.assign(slots, noSaid(intent, scene.said));
  // What was looked for and not found is no slot.
  for (const [name, value] of Object.entries(slots)) if (value === undefined) delete slots[name];
  return { slots, unread: [...unread.filter(slot => slots[slot] === undefined), ...doubtful] };
}

/** One sign between the number and the words belongs to them (№夜班门卫); words do not begin within a word. */
function begun(start: number, plain: string, cuts: readonly number[]): number {
  if (/№(?![的我俺咱要把给就也是那这有])\p{Script=Han}$/u.test(plain.slice(0, start))) return start - 1;
  return !cuts.includes(start) && cuts.includes(start + 1) ? start + 1 : start;
}

function arranged(intent: string, spans: readonly SlotSpan[], scene: Scene): readonly SlotSpan[] {
  if (intent === 'proposal.open') return wholeMatter(spans, scene);
  return intent === 'report.open' ? reported(spans, scene.plain) : spans;
}

const measures = new Set(['quantity', 'hours', 'score', 'percent']);

/** 不是五袋，捐八袋: what was denied fills nothing; nor does 我是七号楼的老丁 tell where something is to be done. */
function isDenied({ slot, start }: SlotSpan, { plain }: Scene): boolean {
  const before = plain.slice(0, start);
  if (slot === 'unnamed' && isNamed(plain)) return true;
  // 方案V3 numbers the paper.
  if (slot === 'cost' && /[A-Z]$/iu.test(before)) return true;
  return (
    (measures.has(slot) && before.endsWith('不是')) ||
    (slot === 'place' && /(?:我|俺|咱)(?:们)?(?:是|住)$/u.test(before))
  );
}

/** Who paid and what for are told beside the sum, a name beside the address: neither holds the other. */
function apart(span: SlotSpan, { plain }: Scene): SlotSpan {
  const { slot, start, end } = span;
  const signs = plain.slice(start, end);
  if (slot === 'payer' || slot === 'purpose') {
    const at = signs.indexOf('₥');
    const said = signs.match(/^(?:支付|付给|付|结清)(?=.{2})/u)?.[0].length ?? 0;
    return { slot, start: slot === 'purpose' ? start + said : start, end: at > 0 ? start + at : end };
  }
  return slot === 'name' && signs.startsWith('⌂') && signs.length > 1 ? { slot, start: start + 1, end } : span;
}

const joining = '(?:[、，,和跟与及]|还有|以及|外加|加上|再加上?|另外)+';

const joinedBefore = new RegExp(`(?:⌂${joining})+$`, 'u');
const joinedBehind = new RegExp(`^(?:${joining}⌂)+`, 'u');
/** 只管3号楼，4号楼不用投: what is left out is no part of it. */
const takesPart = '(?:用|管|算|参加|涉及|包括|需|投)';
const leftOut = new RegExp(`^[^，,。]{0,3}不${takesPart}`, 'u');
const leftOutWithin = new RegExp(`${joining}⌂[^⌂，,。]{0,3}不${takesPart}?[^⌂]*$`, 'u');
const lastOfRow = new RegExp(`${joining}⌂$`, 'u');

/** 3号楼2单元还有4号楼: all the addresses in a row are the scope, not only the first of them. */
function wholeScope(span: SlotSpan, { plain }: Scene): SlotSpan {
  if (span.slot !== 'scope') return span;
  const before = joinedBefore.exec(plain.slice(0, span.start))?.[0].length ?? 0;
  const behind = joinedBehind.exec(plain.slice(span.end))?.[0].length ?? 0;
  const [start, end] = [span.start - before, span.end + behind];
  const last = leftOut.test(plain.slice(end)) ? (lastOfRow.exec(plain.slice(start, end))?.[0].length ?? 0) : 0;
  const without = leftOutWithin.exec(plain.slice(start, end))?.[0].length ?? 0;
  return { ...span, start, end: end - Math.max(last, without) };
}

function wordsAt({ said, places }: Scene, { start, end }: Pick<SlotSpan, 'start' | 'end'>): string {
  const at = (place: number): number => (places.length === 0 ? place : (places[place] ?? places.at(-1) ?? place));
  return said.slice(at(start), at(end));
}

function valueOf(found: Said): unknown {
  const { intent, slot, words, scene, times } = found;
  const choice = chosen(intent, slot, words);
  if (choice !== null) return choice;
  if (flags.has(slot)) return true;
  if (intent === 'colour.set' && slot === 'days') return numberIn(words)?.toString();
  if (counted.has(slot)) return words.trim() === '一' && again.test(scene.said) ? undefined : numberIn(words);
  // 301投了没: a door is no number of a matter.
  if (slot === 'no') return ofDoor.test(`${words.trim()} ${scene.text}`) ? undefined : numberIn(words);
  if (slot === 'amount') return doorsIn(scene.text).has(words.trim()) ? undefined : fenIn(words);
  if (slot === 'cost')
    return findAmounts(words).find(({ fen, kind }) => fen > 0 && (kind === 'exact' || kind === 'vague'))?.fen;
  if (slot === 'deadline') return deadlineOf(times.length === 1 ? times : findTimes(words, scene.now));
  if (slot === 'building' || slot === 'unit' || slot === 'room')
    return readHousehold(words)?.[slot] ?? readSlot(slot, words, scene.now) ?? undefined;
  if (slot === 'choice' && (intent === 'poll.vote' || intent === 'poll.proxy')) return readVote(words, scene);
  if (slot === 'options' || read.has(slot)) return readSlot(slot, words, scene.now) ?? undefined;
  const tidy = tidyWords(trimmed(intent, slot, words));
  return tidy === '' ? undefined : tidy;
}

/** Words beside a slot that are the deed's and not the slot's. */
const beside: Readonly<Record<string, RegExp>> = {
  purpose:
    /^(?:用于|用途[:：]?|报销|结算|结清|清(?=[^理淤运扫])|(?:\d+|[一二三四五六七八九十]+)号项目)(?=.{2})|(?<=.{2})(?:花费|花了|支出|支付|付了|支|付)$/gu,
  payer: /(?<=.{2})(?:\s*(?:捐款|赞助|一?共|捐|转入|转来|转账|众筹款?|众|共|交来|交|的|现金)){1,5}$/gu,
  topic:
    /^(?:请问|如果想|请教|想|要|叫)+(?=.{2})|(?<=.{2})(?:的)?(?:手续|步骤|格式|信息|口令|程序)?(?:到底|具体)?(?:要|应该|该|得)?(?:怎么样?|怎样|如何|咋样?|点样|啷个|哪里?|在哪|输什么|输入|发什么|一步一步|啥).*$/gu,
  said: /^[^，,。]{0,8}[:：](?=.{2})|(?<=.{2})[，,]?(?:登记(?:一下)?|组成|当监管小组)$/gu,
  plan: /^[^，,。]{0,8}[:：](?=.{2})|^(?:定一下|排好了|安排如下|排这样|定死噻)[，,]|[，,](?:写进工期|按这个?工期走?|工期定了|这样录行吗)$/gu,
  promise: /^是?[:：](?=.{2})/gu,
  place: /^(?:地点|位置|地方)(?:是|在|就在)?[:：]?(?=.{2})/gu,
  title:
    /^[^]*?(?:我|俺|额)(?:正式|想|来)?(?:提议|建议|提个案)(?=.{2})|^(?:给(?=[装修安换加建弄搞清铺砌拆刷挖])|应该(?:给)?|就|个(?=案))/gu,
  item: /^(?:成|了|个)(?=.{2})|(?<=[\p{L}]{2})全$/gu,
  'inspection.report text': /^(?:小?组)?发现(?=.{2})/gu,
};

function trimmed(intent: string, slot: string, words: string): string {
  const known = beside[`${intent} ${slot}`] ?? beside[slot];
  return known ? words.replace(known, '') : words;
}

/** A bare door, and that somebody there did something. */
const ofDoor = /^(?<door>[1-9]\d?0[1-9]) [^]*(?<!\d)\k<door>(?:家|户|那家|那户)?(?:投|交|签|认|给|来|没)/u;

/** 往后延一延, 看一看: what is done once more counts nothing. */
const again = /(\p{Script=Han})一\1/u;

export function numberIn(words: string): number | undefined {
  if (again.test(words)) return undefined;
  return readSequence(words.normalize('NFKC').replace(besideNumber, '')) ?? undefined;
}

/** What stands beside a number and is none of it: 第3张凭证. */
const besideNumber = new RegExp(
  `[第#＃\\s]|号|${thingMeasures}|届|次|天|日|分|的|项目|提案|楼|${thingWords(false)}`,
  'gu',
);

function fenIn(words: string): number | undefined {
  const amount = readAmount(words.replace(/(?:钱|整)$/u, ''));
  return amount.kind === 'exact' ? amount.fen : undefined;
}

/** 3号项目 is no third of the month. */
function withoutNumbers({ text, numbers }: Scene): string {
  const signs = text.split('');
  for (const { start, end } of numbers) signs.fill('某', start, end);
  return signs.join('');
}

/** The last of the times, where it lies ahead. The one time of a message is read from the whole of it: a stretch may end in the midst of 四点一刻. */
function deadlineOf(times: readonly TimeMention[]): string | undefined {
  const last = times.at(-1);
  return last?.kind === 'at' ? isoMinute(last.at) : undefined;
}

/** A sign in the midst of a number leaves open which number was meant. */
const splitSum = /\d\s*[¥￥$€£]\s*\d/u;

const somewhere = /[\d楼门口区院场边旁头侧里内外道路巷梯顶层角处]$|单元|楼/u;

/** What the chain left out and the exact readers know for certain: the one number, the one sum, the address. */
function supplement(
  slots: Record<string, unknown>,
  { intent, names, scene, times }: Pick<Said, 'intent' | 'scene' | 'times'> & { readonly names: readonly string[] },
): void {
  const lacks = (name: string): boolean => names.includes(name) && slots[name] === undefined;
  if (
    lacks('no') &&
    !ownNumbers.test(intent) &&
    scene.nos.length === 1 &&
    !names.some(name => counted.has(name) && name !== 'days')
  )
    slots['no'] = scene.no;
  else if (lacks('no') && scene.nos.length === 0 && !ownNumbers.test(intent)) slots['no'] = numberAhead(scene);
  pairSaid(slots, names, scene);
  // 提案：路灯 names a thing: it is what is proposed, and no place.
  const { place } = slots;
  if (intent === 'proposal.open' && lacks('title') && typeof place === 'string' && !somewhere.test(place)) {
    slots['title'] = place;
    delete slots['place'];
  }
  if (intent === 'pledge.labour') {
    if (lacks('hours')) slots['hours'] = hoursSaid(scene);
    if (lacks('task')) slots['task'] = taskSaid(scene);
  }
  if (names.includes('amount')) {
    // The exact reader knows which of several sums is meant; the chain only where a bare figure stands for one.
    const sum = splitSum.test(scene.said) ? undefined : chooseAmount(scene.text, scene.amounts);
    if (sum?.kind === 'exact') slots['amount'] ??= sum.fen;
    if (splitSum.test(scene.said)) delete slots['amount'];
  }
  if (lacks('percent') && intent === 'progress.report') slots['percent'] = percentIn(scene.text)?.value;
  if (lacks('score')) slots['score'] = readSlot('score', scene.text, scene.now) ?? undefined;
  if (lacks('choice') && intent === 'poll.vote') slots['choice'] = readVote('', scene);
  if (lacks('deadline')) {
    const at = deadlineOf(times);
    if (at !== undefined) slots['deadline'] = at;
  }
  for (const name of ['text', 'reason'])
    if (lacks(name) && required.test(`${intent} ${name}`)) slots[name] = afterColon(scene.said);
  // A plan is published to its last word.
  if (intent === 'plan.publish' && scene.said.length > longPlan) slots['text'] = planText(scene.said) ?? slots['text'];
  if (lacks('purpose')) slots['purpose'] = afterSum(scene);
  if (intent === 'funds.receive') {
    if (lacks('payer') && slots['source'] === undefined) {
      const before = /收(?:了|到)(?<who>[^，,。；;\s₥№]{2,10}?)(?:现金|的)?₥/u.exec(scene.plain);
      const at = before ? before.index + before[0].indexOf(before.groups!['who']!) : -1;
      if (before && at >= 0) slots['payer'] = wordsAt(scene, { start: at, end: at + before.groups!['who']!.length });
    }
    if (lacks('payer') && slots['source'] === undefined) slots['payer'] = payerSaid(scene);
    const payers = readPayers(scene.said);
    Object.assign(slots, payers);
    // Who pays for somebody else is told as such: 收到甲替乙交的400元.
    const both = /(?:收到|收)(?<both>.{2,30}?[替代帮].{2,30}?)(?:交|付|缴|转)/u.exec(scene.said)?.groups?.['both'];
    if (both !== undefined && payers.beneficiary === undefined) slots['payer'] = both;
    // 替3号楼2单元301交的: the home that it was paid for has not paid it.
    if (payers.payer === undefined && String(slots['payer']).includes(payers.beneficiary ?? '替'))
      delete slots['payer'];
  }
  if (intent !== 'member.bind') return;
  const own = readOwnHousehold(scene.said) ?? {};
  // 我是3号楼2单元301的，楼上401漏水: the own address counts, and no part of another.
  const all = readHousehold(scene.said) ?? {};
  for (const name of ['building', 'unit', 'room'] as const) if (all[name] !== undefined) slots[name] = own[name];
  for (const [name, value] of Object.entries(own)) slots[name] ??= value;
}

/** The groups of a fixed form as values: numbers and sums where the slot is one, the words otherwise. */
export function formValues(intent: string, slots: Readonly<Record<string, string>>): Slots {
  return Object.fromEntries(
    Object.entries(slots).map(([slot, words]) => {
      const isCount = slot === 'no' || (counted.has(slot) && !(intent === 'colour.set' && slot === 'days'));
      const value = isCount ? numberIn(words) : slot === 'amount' ? fenIn(words) : undefined;
      return [slot, value ?? words];
    }),
  );
}

/** Slots that the annotators' guide does not name for a deed stand beside the others. */
export function isPublished(intent: string, slot: string): boolean {
  if (intent === 'pledge.money') return slot === 'amount' || slot === 'no';
  if (intent === 'project.accept') return slot !== 'reason';
  if (intent === 'poll.open') return slot !== 'many' && slot !== 'track';
  return intent !== 'help';
}

/** The options of a poll as people list them; what is an option is no deadline. */
function listed(slots: Record<string, unknown>, { said, now }: Scene): void {
  const found = findOptions(said);
  if (found && findTimes(cutOut(said, [found]), now).length === 0) delete slots['deadline'];
  if (found) slots['options'] = found.labels;
  else if (!Array.isArray(slots['options']) || slots['options'].length < 2) delete slots['options'];
}

/** Deeds that are their words. */
const required = /^(?:progress\.report|inspection\.report) text$/;

/** What stands behind the first colon, or the gap that stands for one. */
function afterColon(said: string): string | undefined {
  const tidy = tidyWords(/[:：]\s*(?<rest>[^]+)$/u.exec(said)?.groups?.['rest'] ?? '');
  return tidy === '' ? undefined : tidy;
}

const isPlace =
  /(?:[楼栋院园区场亭房室路街巷口门道梯侧头边角处里旁前后上下内外段面底墙]|单元|小区|附近|中间|之间|一带|空地|天台|阳台|车库|车棚|[\d层])$/u;

/** 楼道灯 is no place but the beginning of the matter: 楼道灯坏了，想修一修. */
function wholeMatter(said: readonly SlotSpan[], scene: Scene): readonly SlotSpan[] {
  const spans = said.map(span => (span.slot === 'title' ? withHowOften(span, scene) : span));
  const place = spans.find(({ slot }) => slot === 'place');
  const marked = spans.find(({ slot }) => slot === 'title');
  const title = marked && announced(marked, scene);
  if (title && title !== marked) return parted(title, [title], scene);
  if (title && !place) return parted(title, spans, scene);
  if (!place || !title || place.end > title.start || isPlace.test(wordsAt(scene, place))) return spans;
  return spans.filter(span => span !== place).map(span => (span === title ? { ...title, start: place.start } : span));
}

const begins = '加装|安装|加建|增设|新建|重新|装|加|修|换|配|建|铺|种|垫|安|设|搞|弄|添|挖|刷';
const matter = new RegExp(
  `^(?<lead>在|给|把)?(?<where>[^，,。\\s]{1,10}?(?:门口|[楼栋院园区场亭房室路街巷口门道侧头边角处里旁前后面台库棚]|[\\d层]))(?<gap>的|[，,])?(?<what>(?:${begins})[^]{1,}|(?<=的)[^]{3,})$`,
  'u',
);

/** 单元门口装监控: where it is stands before what is to be done, and is told apart. */
function parted(title: SlotSpan, spans: readonly SlotSpan[], scene: Scene): readonly SlotSpan[] {
  const { lead = '', where = '', gap = '' } = matter.exec(scene.plain.slice(title.start, title.end))?.groups ?? {};
  if (where === '' || !isPlace.test(where)) return spans;
  const start = title.start + lead.length;
  const end = start + where.length;
  return [
    ...spans.filter(span => span !== title),
    { slot: 'place', start, end },
    { ...title, start: end + gap.length },
  ];
}

/** What was bought stands behind the sum where nothing else says it. */
function afterSum(scene: Scene): string | undefined {
  const at = scene.plain.indexOf('₥');
  const words = at < 0 ? '' : tidyWords(wordsAt(scene, { start: at + 1, end: scene.plain.length }));
  return words === '' ? undefined : words;
}

const longPlan = 120;

/** All behind the colon, without the clause of the budget. */
function planText(said: string): string | undefined {
  return afterColon(said)?.replace(/(?<![，,。；;\s])[，,。；;\s]*(?:总)?(?:预算|费用|造价)[^，,。；;]{0,20}$/u, '');
}

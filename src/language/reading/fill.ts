import { chooseAmount, findAmounts, readAmount } from '../values/amounts.js';
import { isoMinute } from '../values/clock.js';
import { readHousehold } from '../values/household.js';
import { readSequence } from '../values/numbers.js';
import { tidyWords } from './pieces.js';
import type { Scene, Slots } from './scene.js';
import { readSlot } from './slots.js';
import { findOptions } from '../values/options.js';
import { findTimes } from '../values/times.js';
import { chosen } from './choices.js';
import { readVote } from './vote.js';
import { longestSight, type Sight } from './sight.js';
import type { SlotSpan } from './spans.js';

/** What was said for each slot, and what of it could not be read as the value that it should be. */
export interface Filled {
  readonly slots: Slots;
  /** Slots whose words name no value: a reason to ask. */
  readonly unread: readonly string[];
}

/** Numbers of things other than projects: 申请3, 第7张, 5号凭证. */
const counted = new Set([
  'request', 'paper', 'voucher', 'objection', 'finding', 'action', 'candidate', 'agreement', 'statement', 'notice', 'mandate', 'entry',
  'nth', 'space', 'edition', 'points', 'days',
]); // prettier-ignore
const read = new Set(['class', 'score', 'hours', 'percent', 'quantity', 'source', 'result']);
const flags = new Set(['replaces', 'adds', 'unnamed', 'many']);
/** Slots in the member's own words: one that begins at the last sign of a word (发现电线) begins behind it. */
const inWords = new Set(['text', 'reason', 'title', 'item', 'task', 'purpose', 'what', 'evidence']);
const negation = /[不没未别]$/u;
/** Deeds whose `no` is that of something else than a project. */
const ownNumbers = /^(?:task|service)\.|^credit\.answer$/;

interface Said {
  readonly intent: string;
  readonly slot: string;
  readonly words: string;
  readonly scene: Scene;
}

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
  for (const span of intent === 'proposal.open' ? wholeMatter(spans, scene) : spans) {
    if (slots[span.slot] !== undefined) continue;
    // Of a long message the reader sees the beginning; what reaches the end of that goes on to the end of the message.
    const isCut = span.end >= longestSight && scene.plain.length > span.end;
    const start =
      inWords.has(span.slot) && !cuts.includes(span.start) && cuts.includes(span.start + 1)
        ? span.start + 1
        : span.start;
    // 不同意 with its first sign left out says the contrary.
    const from = inWords.has(span.slot) && negation.test(scene.plain.slice(0, start)) ? start - 1 : start;
    const words = wordsAt(scene, { start: from, end: isCut ? scene.plain.length : span.end });
    const value = valueOf({ intent, slot: span.slot, words, scene });
    if (value === undefined) unread.push(span.slot);
    else slots[span.slot] = value;
  }
  const sum = chooseAmount(scene.text, scene.amounts);
  // Two readers that name different sums: neither is trusted unasked.
  if (slots['amount'] !== undefined && sum?.kind === 'exact' && sum.fen !== slots['amount']) doubtful.push('amount');
  supplement(slots, { intent, names, scene });
  if (intent === 'poll.open') listed(slots, scene);
  return { slots, unread: [...unread.filter(slot => slots[slot] === undefined), ...doubtful] };
}

function wordsAt({ said, places }: Scene, { start, end }: Pick<SlotSpan, 'start' | 'end'>): string {
  const at = (place: number): number => (places.length === 0 ? place : (places[place] ?? places.at(-1) ?? place));
  return said.slice(at(start), at(end));
}

function valueOf(found: Said): unknown {
  const { intent, slot, words, scene } = found;
  const choice = chosen(intent, slot, words);
  if (choice !== null) return choice;
  if (flags.has(slot)) return true;
  if (intent === 'colour.set' && slot === 'days') return numberIn(words)?.toString();
  if (counted.has(slot)) return numberIn(words);
  if (slot === 'no') return numberIn(words);
  if (slot === 'amount') return fenIn(words);
  if (slot === 'cost')
    return findAmounts(words).find(({ fen, kind }) => fen > 0 && (kind === 'exact' || kind === 'vague'))?.fen;
  if (slot === 'deadline') return deadlineIn(words, scene);
  if (slot === 'building' || slot === 'unit' || slot === 'room')
    return readHousehold(words)?.[slot] ?? readSlot(slot, words, scene.now) ?? undefined;
  if (slot === 'choice' && (intent === 'poll.vote' || intent === 'poll.proxy')) return readVote(words, scene);
  if (slot === 'options' || read.has(slot)) return readSlot(slot, words, scene.now) ?? undefined;
  const tidy = tidyWords(words);
  return tidy === '' ? undefined : tidy;
}

export function numberIn(words: string): number | undefined {
  const bare = words
    .normalize('NFKC')
    .replace(/[第#＃\s]|(?:号|条|份|项|张|届|笔|次|天|日|分|个|的|申请|凭证|纸票|项目|提案|空间|协议|任务|楼)/gu, '');
  return readSequence(bare) ?? undefined;
}

function fenIn(words: string): number | undefined {
  const amount = readAmount(words.replace(/(?:钱|整)$/u, ''));
  return amount.kind === 'exact' ? amount.fen : undefined;
}

function deadlineIn(words: string, { now }: Scene): string | undefined {
  const last = findTimes(words, now).at(-1);
  return last?.kind === 'at' ? isoMinute(last.at) : undefined;
}

/** A sign in the midst of a number leaves open which number was meant. */
const splitSum = /\d\s*[¥￥$€£]\s*\d/u;

/** What the chain left out and the exact readers know for certain: the one number, the one sum, the address. */
function supplement(
  slots: Record<string, unknown>,
  { intent, names, scene }: { intent: string; names: readonly string[]; scene: Scene },
): void {
  const lacks = (name: string): boolean => names.includes(name) && slots[name] === undefined;
  if (
    lacks('no') &&
    !ownNumbers.test(intent) &&
    scene.nos.length === 1 &&
    !names.some(name => counted.has(name) && name !== 'days')
  )
    slots['no'] = scene.no;
  if (names.includes('amount')) {
    // The exact reader knows which of several sums is meant; the chain only where a bare figure stands for one.
    const sum = splitSum.test(scene.said) ? undefined : chooseAmount(scene.text, scene.amounts);
    if (sum?.kind === 'exact') slots['amount'] ??= sum.fen;
    if (splitSum.test(scene.said)) delete slots['amount'];
  }
  if (lacks('score')) slots['score'] = readSlot('score', scene.text, scene.now) ?? undefined;
  if (lacks('choice') && intent === 'poll.vote') slots['choice'] = readVote('', scene);
  if (lacks('deadline')) {
    const at = deadlineIn(scene.text, scene);
    if (at !== undefined) slots['deadline'] = at;
  }
  for (const name of ['text', 'reason'])
    if (lacks(name) && required.test(`${intent} ${name}`)) slots[name] = afterColon(scene.said);
  // A plan is published to its last word.
  if (intent === 'plan.publish' && scene.said.length > longPlan) slots['text'] = planText(scene.said) ?? slots['text'];
  if (lacks('purpose')) slots['purpose'] = afterSum(scene);
  if (intent === 'funds.receive') {
    // Who pays for somebody else is told as such: 收到甲替乙交的400元.
    const both = /(?:收到|收)(?<both>.{2,30}?[替代帮].{2,30}?)(?:交|付|缴|转)/u.exec(scene.said)?.groups?.['both'];
    if (both !== undefined) slots['payer'] = both;
  }
  if (intent !== 'member.bind') return;
  for (const [name, value] of Object.entries(readHousehold(scene.said) ?? {})) slots[name] ??= value;
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
  if (intent === 'poll.open') return slot !== 'many' && slot !== 'track';
  return intent !== 'help';
}

/** The options of a poll as people list them; what is an option is no deadline. */
function listed(slots: Record<string, unknown>, { said }: Scene): void {
  const found = findOptions(said);
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
  /(?:[楼栋院园区场亭房室路街巷口门道梯侧头边角处里旁前后上下内外段面底墙]|单元|小区|附近|中间|之间|一带|空地|[\d层])$/u;

/** 楼道灯 is no place but the beginning of the matter: 楼道灯坏了，想修一修. */
function wholeMatter(spans: readonly SlotSpan[], scene: Scene): readonly SlotSpan[] {
  const place = spans.find(({ slot }) => slot === 'place');
  const title = spans.find(({ slot }) => slot === 'title');
  if (!place || !title || place.end > title.start || isPlace.test(wordsAt(scene, place))) return spans;
  return spans.filter(span => span !== place).map(span => (span === title ? { ...title, start: place.start } : span));
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
  return afterColon(said)?.replace(/[，,。；;\s]*(?:总)?(?:预算|费用|造价)[^，,。；;]{0,20}$/u, '');
}

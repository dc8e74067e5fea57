import { readAmends } from '../../language/values/manner/amends.js';
import { readAnswer } from '../../language/values/manner/answers.js';
import { readCorrection } from '../../language/values/manner/corrections.js';
import { readAmount } from '../../language/values/money/amounts.js';
import { readInside } from '../../language/values/manner/said-inside.js';
import { type Address, findAddresses } from '../../language/values/people/household.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import type { Question } from '../../store/question.js';
import type { ByName } from '../meaning/by-name.js';
import { eachChoice } from '../meaning/each-choice.js';
import type { Parts, Turn } from '../turn.js';
import { asksHome } from './home-pieces.js';

/** What the words of a message name: the names are found in the record, the numbers stand in it. */
interface Words {
  readonly text: string;
  readonly named: ByName | null;
}

/**
 * 粉刷那个同意吧 to what was read back of 路灯: another matter or another household is spoken of than the question is about, or another choice than
 * the one whose number is asked for. It is no answer, however much it looks like one, and is read whole.
 */
export async function isElsewhere(parts: Parts, turn: Turn, question: Question, words: Words): Promise<boolean> {
  if (namesOtherHome(question, words.text) || changesSum(question, words.text)) return true;
  if (question.asks === 'no') return gives(parts, question, words) || (await choosesOtherwise(turn, question, words));
  const { no } = question.slots;
  if (typeof no !== 'number') return false;
  const nos = numbersOf(words);
  if (nos.length > 0) return !nos.includes(no) && otherNumber(words, turn.now) === null;
  return isAlsoOf(parts, turn, question, words.text);
}

function numbersOf({ text, named }: Words): number[] {
  const unclear = named?.unclear.map(({ no }) => no) ?? [];
  return [...findNumbers(text).map(({ no }) => no), ...(named?.names.keys() ?? []), ...unclear];
}

/** 是路灯那个 and 不对，2号: nothing but another matter for what was read back, as words with its number. */
export function otherNumber({ text, named }: Words, now: Date): string | null {
  const placed = named?.text ?? text;
  const correction = readCorrection(placed);
  const isMoved = correction?.kind === 'change' && /^\d{1,7}号/u.test(correction.to);
  return isMoved || readInside('no', placed, now)?.isAll ? placed : null;
}

/** 她还说暖气出200 to 请问是几号: a sum that is not the one for which the number is asked. */
function gives({ intents }: Parts, { intent, slots }: Question, words: Words): boolean {
  if (slots['amount'] === undefined && intents.get(intent)?.slots['amount']) return false;
  const sum = readAmount(words.text);
  return sum.kind === 'exact' && sum.fen !== slots['amount'] && numbersOf(words).length > 0;
}

/** 3号楼3单元302没手机，让我给她认八十 to the question whose promise of 100 it is: a promise of its own. */
function changesSum({ asks, slots }: Question, text: string): boolean {
  if (!asksHome.has(asks) || slots['amount'] === undefined || readCorrection(text) !== null) return false;
  const sum = readAmount(text);
  return sum.kind === 'exact' && sum.fen !== slots['amount'] && saysWhose.test(text);
}

/** 那出两百 says of no other home, and is the sum for the one that is asked for. */
const saysWhose = /(?:我|俺|咱)(?:们)?(?:家|自己|[也再])|本户|给(?:他|她)|[让叫托](?:我|俺)|\d{3}/u;

/** 路灯那个中 to 请问是几号, asked of a 反对. */
async function choosesOtherwise(turn: Turn, { intent, slots }: Question, { text }: Words): Promise<boolean> {
  if (intent !== 'poll.vote' || slots['choice'] === undefined) return false;
  const [said, ...others] = await eachChoice(turn, text);
  return said !== undefined && others.length === 0 && said.slots['choice'] !== slots['choice'];
}

const also = /^(?:那|哦|嗯|行|[，,\s])*(?:我|俺|咱)?(?:们|家)*也/u;

/** 那也出一百 behind a look at another matter than was read back before it. */
function isAlsoOf({ spoken }: Parts, turn: Turn, { slots, askedAt }: Question, text: string): boolean {
  const last = also.test(text) ? spoken.own(turn) : null;
  return last !== null && last.no !== slots['no'] && last.at.getTime() >= askedAt.getTime();
}

/** 502还想加五十 with its address, beside what was read back for 501; an address alone corrects the one that was read. */
function namesOtherHome({ slots, asks, askedAt }: Question, text: string): boolean {
  const homes = homesIn(text);
  const isRighted = readCorrection(text) !== null || readAmends(text, askedAt) !== null;
  if (homes.length === 0 || asksHome.has(asks) || isRighted) return false;
  const known = Object.values(slots).flatMap(value => homesIn(wordsOf(value)));
  const isOther = homes.every(home => known.every(one => !isSame(home, one)));
  const beside = homes.reduce((rest, { start, end }) => rest.replace(text.slice(start, end), ''), text);
  return (
    known.length > 0 && isOther && !/^(?:不|错|应该|是)/u.test(text.trim()) && /[\d\p{Script=Han}]{3}/u.test(beside)
  );
}

function homesIn(text: string): readonly Address[] {
  return findAddresses(text).filter(({ room }) => room !== undefined);
}

function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'said' in value ? String(value.said) : '';
}

function isSame(one: Address, other: Address): boolean {
  const fits = (a: unknown, b: unknown): boolean => a === undefined || b === undefined || a === b;
  return one.room === other.room && fits(one.building, other.building) && fits(one.unit, other.unit);
}

/** 是，粉刷也同意: the answer that stands first, and what is said behind it; null where the first words are none. */
export function answeredFirst(text: string): { readonly answer: 'yes' | 'no'; readonly rest: string } | null {
  const { head = '', rest = '' } =
    /^(?<head>[^\s，,。.!！;；]{1,5})[\s，,。.!！;；]+(?<rest>[^]{3,})$/u.exec(text.trim())?.groups ?? {};
  const answer = readAnswer(head);
  return answer && { answer, rest };
}

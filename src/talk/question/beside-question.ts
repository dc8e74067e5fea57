import { readWholeAnswer } from '../../language/values/manner/whole-answer.js';
import type { Understanding } from '../../language/reading/understand.js';
import type { Question } from '../../store/question.js';
import { choiceByWords } from '../meaning/by-title.js';
import { choicesFor } from '../rehearsal.js';
import { drop } from './open-question.js';
import type { Reply } from '../reply.js';
import { allOf, numbersFor, oneByOne } from '../several.js';
import type { Parts, Turn } from '../turn.js';
import { sureFrom, type Wish } from '../wish.js';

/** A report, or a proposal in which nobody proposes: 老旧小区改造计划 by itself. */
export function onlyTells(intent: string, text: string): boolean {
  return (
    intent === 'report.open' ||
    (intent === 'proposal.open' && !/提|建议|倡议|希望|想|能不能|可不可以|要不要/u.test(text))
  );
}

/** Slots that are people or places. */
const asksWhere: readonly string[] = ['said', 'place', 'payer', 'homes', 'beneficiary'];

/** Surely another deed than this one. */
export function isOtherDeed({ intent, confidence }: Understanding, than: string): boolean {
  return intent !== than && intent !== 'chat.other' && confidence >= sureFrom;
}

/**
 * Sure enough to stand by itself. What is only not said in the words of its form is meant all the same and is read back; a list of choices
 * takes nothing that is none of them; a question for free words, which may sound like any deed, keeps it.
 */
function isMeant(
  { asks, isList }: { readonly asks: string; readonly isList: boolean },
  { intent, confidence, why: { readings, against } }: Understanding,
): boolean {
  if (confidence >= sureFrom) return true;
  const share = readings.find(reading => reading.intent === intent)?.share ?? 0;
  const isOnlyLoose = against.length > 0 && against.every(why => /^(?:loose words$|not in the words)/u.test(why));
  const hearsForm = isOnlyLoose && /^(?:yes|no|amount|percent|score|hours)$/u.test(asks);
  return (isList || hearsForm) && share >= sureFrom;
}

/** A wish of its own: another deed, or the same one said with all that the question, which may offer a list, wanted to know. */
export function isNewSentence({ intent, asks, slots: known }: Question, read: Understanding, isList = false): boolean {
  const { intent: other, slots } = read;
  // 查过合同，保修期已过，归业主共有 to the question for the evidence of 1号 names no other matter: it is the answer.
  if (other === intent && asks === 'evidence' && known['no'] !== undefined && slots['no'] === undefined) return false;
  if (other === 'chat.other' || !isMeant({ asks, isList }, read)) return false;
  // An address answers the question who or where; nobody says it then in order to be bound to that home.
  if (other === 'member.bind' && asksWhere.includes(asks)) return false;
  // 12号我出600元 to what was read back of 1,000: said whole, it stands for itself.
  const said = asks === 'yes' ? slots['no'] !== undefined && Object.keys(slots).length > 1 : slots[asks] !== undefined;
  return other !== intent || said;
}

interface Meant {
  readonly question: Question;
  readonly text: string;
  readonly read: Understanding;
  readonly isNew: boolean;
}

/** What a longer sentence says to the question for a slot, to be read back: 出工是给7号, 就是放快递的那个嘛. */
export async function meantFor(parts: Parts, turn: Turn, { question, text, read, isNew }: Meant): Promise<Wish | null> {
  const { intent, slots, asks } = question;
  if (asks === 'yes' || !parts.intents.get(intent)?.readBack) return null;
  const joined = joinedWith(question, read);
  if (joined || asks !== 'no' || isNew) return joined;
  const no = choiceByWords(await choicesFor(parts, turn, question), text);
  return no === null ? null : { intent, slots: { ...slots, no }, sure: false, confirmed: false };
}

/**
 * 出工是给7号 behind 我出半天工, 挖沟，完成30% to 请问干到哪一步了: what was asked for, in a sentence of the same deed that says nothing against
 * what is known. Said whole and for certain it is done, and keeps what came before it, such as a photo.
 */
function joinedWith({ intent, slots, asks }: Question, read: Understanding): Wish | null {
  if (read.intent !== intent || read.slots[asks] === undefined) return null;
  const said = Object.entries(read.slots).filter(([, value]) => value !== undefined);
  const isAgainst = said.some(([name, value]) => name !== asks && slots[name] !== undefined && slots[name] !== value);
  if (isAgainst) return null;
  const isWhole = said.length > 1 && read.confidence >= sureFrom;
  return { intent, slots: { ...slots, ...Object.fromEntries(said) }, sure: isWhole, confirmed: false };
}

/** 都 and 4号和5号 to 请问是几号: the deed for each of them. A choice that is said again has to be the same. */
export async function severalMeant(parts: Parts, turn: Turn, question: Question, text: string): Promise<Reply | null> {
  const { intent, slots } = question;
  const listed = (await choicesFor(parts, turn, question)).map(({ no }) => no);
  const nos = numbersFor(intent, text, listed);
  const again = /不同意|不赞成|反对|同意|赞成|支持|弃权/u.exec(text)?.[0];
  const choice = again === undefined ? undefined : readWholeAnswer('choice', again, turn.now);
  if (!nos || (typeof choice === 'object' && choice.value !== slots['choice'])) return null;
  await drop(turn);
  const wishes = nos.map(no => ({ intent, slots: { ...slots, no }, sure: true, confirmed: false }));
  return allOf(parts, turn, { wishes, text: '', asked: oneByOne });
}

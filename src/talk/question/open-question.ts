import type { Question } from '../../store/question.js';
import { ask, whatOf, withOwn } from '../act.js';
import { hasMood } from '../../language/values/manner/mood.js';
import { missingSlot } from './lacking.js';
import { ownQuestion } from '../rehearsal.js';
import { putAgainMark, questionMs } from './answer.js';
import { nearMark, nearSaid } from './home-pieces.js';
import type { AnyIntent } from '../intent.js';
import type { Reply } from '../reply.js';
import { chatKey, type Parts, type Turn } from '../turn.js';

/** What the bot waits for in this chat; null when nothing, or when it was asked too long ago. */
export async function openQuestion({ unit, member, message, now }: Turn): Promise<Question | null> {
  const question = await unit.questions.of(member.userid, chatKey(message));
  if (!question || now.getTime() - question.askedAt.getTime() <= questionMs) return question;
  await unit.questions.drop(member.userid, chatKey(message));
  return null;
}

export async function drop({ unit, member, message }: Turn): Promise<void> {
  await unit.questions.drop(member.userid, chatKey(message));
}

/** What is said to a no. */
export const notRecorded = '好的，没有记。请换个说法再告诉我，或发送“帮助”。';

/** 没有给12号项目认捐1,000元: what was asked about, by name, and that it was not done. */
export function notDone(
  { intents }: Parts,
  { intent, slots, asks }: Pick<Question, 'intent' | 'slots' | 'asks'>,
): string {
  const definition = intents.get(intent);
  const what = asks === 'yes' ? definition && whatOf(definition, { intent, slots }) : undefined;
  return what === undefined ? '刚才问您的那件事没有记' : `没有${what}`;
}

const knowsNot = /不知道|不清楚|说不清|不好说|不晓得|没数|不了解/u;

/** A question comes back behind so many others, or once behind what was not understood. */
const mostPut = 2;

function timesPut({ slots }: Pick<Question, 'slots'>): number {
  return Number(slots[putAgainMark] ?? 0);
}

/** True for a question that was put again often enough: it does not come back behind all that is said. */
export function isPutOften(question: Pick<Question, 'slots'>): boolean {
  return timesPut(question) >= mostPut;
}

/** What is no answer leaves the question open once: it is put again, whole, and nothing is done. */
export async function putAgain(
  parts: Parts,
  turn: Turn,
  { intent, slots, asks }: Pick<Question, 'intent' | 'slots' | 'asks'>,
  text: string,
  notYet = '刚才那件事还没有记：',
): Promise<Reply> {
  const times = timesPut({ slots }) + (text === '' ? 1 : mostPut);
  const wish = { intent, slots: { ...slots, [putAgainMark]: times }, sure: true, confirmed: false };
  const definition = parts.intents.get(intent);
  if (asks === 'yes') {
    // A picture alone is no answer and says nothing against it either.
    const isOnce = !isPutOften({ slots }) && definition !== undefined;
    // 能直接打给我不 asks something about it and says nothing against it.
    const isQuestion = hasMood(text, 'asked');
    const isAsked = isOnce && isQuestion && canResume(intent, definition);
    const waits = text === '' || (isOnce && canResume(intent, definition));
    if (definition && waits) {
      const own = await ownQuestion(parts, turn, { intent, slots }, definition);
      const question = withOwn(definition, `您是要${whatOf(definition, { intent, slots })}吗？`, own);
      return ask(parts, turn, wish, {
        asks,
        question: `${isAsked ? '这个我答不上来。' : ''}刚才那件事还没有记。${question}`,
      });
    }
    await drop(turn);
    // What everybody may take back by a word is not taken up again either.
    if (definition && canResume(intent, definition)) parts.spoken.postpone(turn, { intent, slots });
    const released = letGo(parts, { intent, slots, asks });
    // 那我投的票还算数不 hears what the deed itself says of that, and the deed has to be said anew.
    const told = definition && isQuestion ? await ownQuestion(parts, turn, { intent, slots }, definition) : null;
    const words = told?.replace(/[^。！；]*[?？]\s*$/u, '') ?? '';
    return words === '' ? released : { text: `${words}${released.text.replace('这句我没听懂。', '')}` };
  }
  // What was put again already and was answered by neither word is let go: it does not come back behind all that is said.
  if (isPutOften({ slots }) && text !== '') {
    await drop(turn);
    return letGo(parts, { intent, slots, asks });
  }
  // The number is asked for where several fit: with one of them gone by now, nothing may be done without it.
  if (asks === 'no')
    return ask(parts, turn, wish, { asks, question: `${notYet}请问是几号？例如回复“2号”；不办了回复“取消”。` });
  const { [asks]: _, ...left } = slots;
  const near = nearSaid(asks, text);
  const others = near === undefined ? left : { ...left, [nearMark]: near };
  const none = knowsNot.test(text) ? '“不知道”不算回答。' : '';
  // Only asked and never done from here: an optional slot that is still unclear must not be passed over.
  const fault = definition && missingSlot(parts, definition, { slots: others, text, now: turn.now });
  const words = (fault?.name === asks ? fault.question : definition?.slots[asks]?.ask) ?? '';
  return ask(parts, turn, { ...wish, slots: others }, { asks, question: `${none}${notYet}${words}不办了回复“取消”。` });
}

function letGo(parts: Parts, question: Pick<Question, 'intent' | 'slots' | 'asks'>): Reply {
  return { text: `这句我没听懂。${notDone(parts, question)}，这件事先放下了；要办时再说一遍。` };
}

/** Who was only asked something in between may go on with it (那好吧，还是付张记); what erases or unbinds has to be said anew. */
export function canResume(intent: string, { readBack, pattern }: AnyIntent): boolean {
  return !/^(?:data|member|grid)\./u.test(intent) && (readBack !== undefined || pattern !== undefined);
}

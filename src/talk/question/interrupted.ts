import type { Question } from '../../store/question.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import { canResume, drop, isPutOften, notDone, openQuestion, putAgain } from './open-question.js';

/**
 * What is said beside an open question goes before it. The question is not lost by that: it is put once more behind the answer, or after the
 * new one where that asks something itself. A deed of the same kind for the same matter takes its place.
 */
export async function interrupting<R extends Reply | null>(
  parts: Parts,
  turn: Turn,
  question: Question | null,
  answer: () => Promise<R>,
): Promise<R | Reply> {
  if (!question) return answer();
  await drop(turn);
  const reply = await answer();
  return reply && stillOpen(parts, turn, question, reply);
}

async function stillOpen(parts: Parts, turn: Turn, question: Question, reply: Reply): Promise<Reply> {
  const next = await openQuestion(turn);
  if (isReplaced(parts, turn, question, next))
    return { ...reply, text: [`（${notDone(parts, question)}。）`, reply.text].filter(Boolean).join('\n') };
  const isLost = !staysBeside(parts, question) || (isPutOften(question) && !next && !reply.offers);
  if (isLost) return { ...reply, text: [reply.text, `（${notDone(parts, question)}，要办时再说一遍。）`].join('\n') };
  if (next || reply.offers) {
    parts.spoken.setAside(turn, question);
    return { ...reply, text: [reply.text, `（${notYet(parts, question)}，办完这一件再问您。）`].join('\n') };
  }
  const again = await putAgain(parts, turn, question, '', '（刚才问您的那件事还没有记。');
  const words = question.asks === 'yes' ? again.text : `${again.text}）`;
  return { ...again, ...reply, text: [reply.text, words].filter(Boolean).join('\n') };
}

type Asked = Pick<Question, 'intent' | 'slots' | 'asks'>;

function notYet(parts: Parts, question: Asked): string {
  return notDone(parts, question)
    .replace(/^没有/u, '还没有')
    .replace(/没有记$/u, '还没有记');
}

/** True where this message did or asks just what the question was about, for the same matter. */
function isReplaced({ spoken }: Parts, turn: Turn, { intent, slots }: Asked, next: Question | null): boolean {
  const isIt = (other: string, no: unknown): boolean =>
    other === intent && (slots['no'] === undefined || no === undefined || no === slots['no']);
  if (next && isIt(next.intent, next.slots['no'])) return true;
  return spoken.doneTogether(turn).some(done => done.message === turn.message.id && isIt(done.intent, done.no));
}

/** What was read back is put once more behind another matter, unless it is to be said anew. */
function staysBeside({ intents }: Parts, { intent, asks }: Asked): boolean {
  const definition = intents.get(intent);
  return asks !== 'yes' || (definition !== undefined && canResume(intent, definition));
}

/** What was set aside for another question is put again once that is answered. */
export async function withSetAside(parts: Parts, turn: Turn, reply: Reply): Promise<Reply> {
  if (!parts.spoken.hasAside(turn) || reply.offers || (await openQuestion(turn))) return reply;
  const aside = parts.spoken.takeAside(turn);
  if (!aside) return reply;
  if (isReplaced(parts, turn, aside, null)) return withSetAside(parts, turn, reply);
  const again = await putAgain(parts, turn, aside, '');
  return { ...again, ...reply, text: [reply.text, again.text].filter(Boolean).join('\n') };
}

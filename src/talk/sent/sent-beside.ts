import type { Question } from '../../store/question.js';
import { act, ask, whatOf } from '../act.js';
import { reportPictured } from '../before/report-added.js';
import { questionMs } from '../question/answer.js';
import type { Reply } from '../reply.js';
import { isPicture, withPhotos } from './sent-photos.js';
import { openQuestion } from '../question/open-question.js';
import { chatKey, type Parts, type Turn } from '../turn.js';

/**
 * A picture that comes without words while a deed waits for its answer belongs to that deed, where it takes pictures; the question is
 * put again and says so, for what is recorded with it may be shown to all. Null where the deed takes none.
 */
export async function takePhotos(parts: Parts, turn: Turn, question: Question): Promise<Reply | null> {
  const { intent, asks } = question;
  const definition = parts.intents.get(intent);
  const isSent = turn.message.pictures.some(isPicture);
  if (!isSent || !definition?.takesPictures) return null;
  const slots = await withPhotos(turn, definition, question.slots);
  if (question.chat !== chatKey(turn.message)) {
    const { userid, chat, askedAt } = question;
    await turn.unit.questions.ask({ userid, chat, intent, asks, askedAt, slots });
    return { text: '照片收到了，会和群里问您的那件事一起记下、一起公开：回到群里回答就行。' };
  }
  const wish = { intent, slots, sure: true, confirmed: false };
  const without = { ...turn, message: { ...turn.message, pictures: [] } };
  const words =
    asks === 'yes' ? `您是要${whatOf(definition, { intent, slots })}吗？` : (definition.slots[asks]?.ask ?? '');
  return ask(parts, without, wish, { asks, question: `照片收到了，会和这件事一起记下、一起公开。${words}` });
}

/** Pictures that say by themselves what they are of: the deed that waits for its answer, or the report that was made just before. */
export async function picturesTaken(
  parts: Parts,
  turn: Turn,
  question: Question | null,
  text: string,
): Promise<Reply | null> {
  if (question) return text === '' ? takePhotos(parts, turn, question) : null;
  const report = await reportPictured(parts, turn, text);
  return report && act(parts, turn, report, text);
}

/** What waits for this member in any chat and takes pictures: in a group nobody can send one alone. */
export async function waitsForPhoto(parts: Parts, turn: Turn): Promise<Question | null> {
  const isOpen = ({ intent, userid, askedAt }: Question): boolean =>
    userid === turn.member.userid &&
    parts.intents.get(intent)?.takesPictures !== undefined &&
    turn.now.getTime() - askedAt.getTime() <= questionMs;
  const own = await openQuestion(turn);
  return own ?? (await turn.unit.questions.all()).find(isOpen) ?? null;
}

import type { Question } from '../store/question.js';
import { ask, whatOf } from './act.js';
import { questionMs } from './answer.js';
import type { Reply } from './reply.js';
import type { Fetched } from './sent-picture.js';
import { openQuestion } from './open-question.js';
import { chatKey, type Parts, type Turn } from './turn.js';

/** Kept with the slots of a question: the digests of the pictures that were sent while it was open. */
const photosMark = 'photos';

/**
 * A picture that comes without words while a deed waits for its answer belongs to that deed, where it takes pictures; the question is
 * put again and says so, for what is recorded with it may be shown to all. Null where the deed takes none.
 */
export async function takePhotos(parts: Parts, turn: Turn, question: Question): Promise<Reply | null> {
  const { intent, slots, asks } = question;
  const definition = parts.intents.get(intent);
  const sent = turn.message.pictures.filter(isPicture);
  if (sent.length === 0 || !definition?.takesPictures) return null;
  const { unit, member, now, message } = turn;
  const digests = digestsOf(question);
  for (const picture of sent) {
    const { digest } = await unit.evidence.add({ ...picture, by: member.userid, at: now });
    unit.journal.add('evidence.keep', { by: member.userid, at: now, messageId: message.id, facts: { digest } });
    digests.push(digest);
  }
  if (question.chat !== chatKey(message)) {
    const { userid, chat, askedAt } = question;
    await unit.questions.ask({ userid, chat, intent, asks, askedAt, slots: { ...slots, [photosMark]: digests } });
    return { text: '照片收到了，会和群里问您的那件事一起记下、一起公开：回到群里回答就行。' };
  }
  const wish = { intent, slots: { ...slots, [photosMark]: digests }, sure: true, confirmed: false };
  const words =
    asks === 'yes' ? `您是要${whatOf(definition, { intent, slots })}吗？` : (definition.slots[asks]?.ask ?? '');
  return ask(parts, turn, wish, { asks, question: `照片收到了，会和这件事一起记下、一起公开。${words}` });
}

/** What waits for this member in any chat and takes pictures: in a group nobody can send one alone. */
export async function waitsForPhoto(parts: Parts, turn: Turn): Promise<Question | null> {
  const isOpen = ({ intent, userid, askedAt }: Question): boolean =>
    userid === turn.member.userid &&
    parts.intents.get(intent)?.takesPictures === true &&
    turn.now.getTime() - askedAt.getTime() <= questionMs;
  const own = await openQuestion(turn);
  return own ?? (await turn.unit.questions.all()).find(isOpen) ?? null;
}

/** The turn that answers a question, with the pictures that were sent while it was open. */
export async function withSentPhotos(turn: Turn, question: Question): Promise<Turn> {
  const sent: Fetched[] = [];
  for (const digest of digestsOf(question)) {
    const kept = await turn.unit.evidence.byDigest(digest);
    const type = kept?.type;
    if (kept && type && type !== 'application/pdf') sent.push({ bytes: Buffer.from(kept.base64, 'base64'), type });
  }
  if (sent.length === 0) return turn;
  return { ...turn, message: { ...turn.message, pictures: [...sent, ...turn.message.pictures] } };
}

function isPicture(picture: Fetched): picture is Exclude<Fetched, null | 'none'> {
  return picture !== null && picture !== 'none';
}

function digestsOf({ slots }: Question): string[] {
  const kept = slots[photosMark];
  return Array.isArray(kept) ? kept.filter(digest => typeof digest === 'string') : [];
}

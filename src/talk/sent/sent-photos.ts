import { keepEvidence } from '../../operations/keep-evidence.js';
import type { Question } from '../../store/question.js';
import type { AnyIntent } from '../intent.js';
import type { Fetched } from './sent-picture.js';
import type { Turn } from '../turn.js';

/** Kept with the slots of a question: the digests of the pictures that were sent with it or while it was open. */
export const photosMark = 'photos';

type Slots = Question['slots'];

/**
 * The slots of a question with the pictures that came in the same message: what is done after the answer is done with them. A deed that takes
 * its proof from what its speaker sent last finds it there.
 */
export async function withPhotos(turn: Turn, intent: AnyIntent | undefined, slots: Slots): Promise<Slots> {
  const { unit, member, message } = turn;
  const sent = message.body.kind === 'said' || message.body.kind === 'sent' ? message.pictures.filter(isPicture) : [];
  if (sent.length === 0 || !(intent?.takesPictures || member.roles.length > 0)) return slots;
  const digests = digestsOf(slots);
  for (const picture of sent) {
    const digest = await keepEvidence(unit, member, picture);
    if (!digests.includes(digest)) digests.push(digest);
  }
  return intent?.takesPictures ? { ...slots, [photosMark]: digests } : slots;
}

/** The turn that answers a question, with the pictures that were sent with it or while it was open. */
export async function withSentPhotos(turn: Turn, { slots }: Pick<Question, 'slots'>): Promise<Turn> {
  const sent: Fetched[] = [];
  for (const digest of digestsOf(slots)) {
    const kept = await turn.unit.evidence.byDigest(digest);
    const type = kept?.type;
    if (kept && type && type !== 'application/pdf') sent.push({ bytes: Buffer.from(kept.base64, 'base64'), type });
  }
  if (sent.length === 0) return turn;
  return { ...turn, message: { ...turn.message, pictures: [...sent, ...turn.message.pictures] } };
}

export function isPicture(picture: Fetched): picture is Exclude<Fetched, null | 'none'> {
  return picture !== null && picture !== 'none';
}

function digestsOf(slots: Slots): string[] {
  const kept = slots[photosMark];
  return Array.isArray(kept) ? kept.filter(digest => typeof digest === 'string') : [];
}

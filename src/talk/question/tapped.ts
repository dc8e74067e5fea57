import type { Question } from '../../store/question.js';
import { act } from '../act.js';
import { picking } from './offers.js';
import { drop, notRecorded, openQuestion } from './open-question.js';
import type { Offer, Reply } from '../reply.js';
import { withSentPhotos } from '../sent/sent-photos.js';
import { answerButtons, choicesOf, offerButtons, tapCard } from './taps.js';
import type { Parts, Turn } from '../turn.js';
import { looselySaid } from '../wish.js';

/** A tap answers the very question that its button was made for, of the member who was asked, and no later one. */
export async function answerTapped(parts: Parts, turn: Turn, slots: Readonly<Record<string, unknown>>): Promise<Reply> {
  const question = await openQuestion(turn);
  if (!question || question.asks !== slots['asks'] || question.askedAt.getTime() !== slots['asked'])
    return { text: '这一下没有记：它问的不是您，或者已经过去了。发送“待办”看看现在能办什么。' };
  const { intent, slots: known, asks } = question;
  if (typeof slots['page'] === 'number') return pageOf(parts, turn, question, slots['page']);
  const { value } = slots;
  if (value === undefined) return { text: '这个按钮已经不用了，请直接发文字给我，或发送“帮助”。' };
  await drop(turn);
  const sent = await withSentPhotos(turn, question);
  if (asks !== 'yes')
    return act(parts, sent, looselySaid({ intent, slots: { ...known, [asks]: value }, sure: true, confirmed: false }));
  if (value === true) return act(parts, sent, { intent, slots: known, sure: true, confirmed: true });
  return { text: notRecorded };
}

/** The next of the cards of a question with many choices; the question stays as it was asked. */
async function pageOf(parts: Parts, turn: Turn, question: Question, page: number): Promise<Reply> {
  const { asks, slots, askedAt } = question;
  const intent = parts.intents.get(question.intent);
  const key = { asked: askedAt.getTime(), asks };
  const buttons =
    asks === picking
      ? offerButtons(slots['offers'] as readonly Offer[])
      : answerButtons(await choicesOf(turn, intent, question), key);
  const card = tapCard(buttons, { ...key, page });
  return { text: intent?.slots[asks]?.ask ?? '', ...(card && { card }) };
}

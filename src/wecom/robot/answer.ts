import { hash } from 'node:crypto';
import type { Message, Press } from '../../talk/message.js';
import type { Card, Reply } from '../../talk/reply.js';
import {
  type CardType,
  type TemplateCard,
  cardType,
  roomBelowTitle,
  sayingCard,
  taskId,
  templateCard,
  wordsForCard,
} from '../faces/cards.js';
import { beginning, charLength } from '../faces/lengths.js';
import { cardInWords, cutMarkdown, unmarked, withoutThinking } from '../faces/markdown.js';

const streamMaxBytes = 20_480;
const pictureMaxBytes = 10 * 1024 * 1024;
/** No limit of the welcome text is documented; that of a text message is kept. */
const welcomeMaxBytes = 2048;
/** What the member gets when the deed failed. */
export const apology: Reply = { text: '抱歉，刚才出了点问题，请再说一遍。' };
const forgotten = '这条回答没有说完就中断了，请再说一遍。';

/**
 * The passive reply to a message as JSON, or '' for none: what may answer what is the table of docs/wecom-protocol.md 5.0.
 *
 * The same message and reply give the same JSON, so a callback delivered twice is answered alike.
 */
export function answerBody(message: Message, reply: Reply): string {
  const { body } = message;
  if (body.kind === 'awaits') {
    return json(streamed(message, body.streamId, isSilent(reply) ? { text: forgotten } : reply));
  }
  if (body.kind === 'ignored' || isSilent(reply)) return '';
  if (body.kind === 'entered') return json(welcome(message, reply));
  if (body.kind === 'pressed') return json(updated(message, body.press, reply));
  return json(streamed(message, streamId(message.id), reply));
}

/**
 * What a pressed card has no room to say, as markdown: it can follow by the message's `responseUrl`.
 *
 * A reply that brings the card's new face is said by that face; nothing follows.
 */
export function leftUnsaid({ body }: Message, reply: Reply): string | undefined {
  if (body.kind !== 'pressed' || isSilent(reply)) return undefined;

  const type = pressedType(body.press);
  const words = spoken(reply);
  if (!type) return words;
  // A question has to be read whole before it is answered by a tap; any other reply is said by its face.
  if (newFace(reply, body.press, type)) {
    const isAsked = reply.answers !== undefined && reply.card?.text === undefined;
    return isAsked && charLength(unmarked(reply.text)) > roomBelowTitle(type) ? reply.text : undefined;
  }
  // Nothing on a card's face leads anywhere: a link follows as words that can be touched.
  if (/\]\(https?:/u.test(words)) return words;
  const { title, rest } = wordsForCard(unmarked(words));
  return title.endsWith('…') || charLength(rest) > roomBelowTitle(type) ? words : undefined;
}

function isSilent({ text, card, pictures = [] }: Reply): boolean {
  return text === '' && !card && pictures.length === 0;
}

/** A stream, a card, or both. A card that cannot be shown is said in words under the text. */
function streamed(message: Message, id: string, { text, card, pictures = [], unfinished }: Reply): object {
  const template_card = card && templateCard(card, { taskId: taskId(card.about, message.id), update: false });
  const content = joined(text, card && (template_card ? besideCard(card) : cardInWords(card)));
  if (template_card && content === '' && pictures.length === 0 && message.body.kind !== 'awaits') {
    return { msgtype: 'template_card', template_card };
  }

  const items = pictures.filter(bytes => bytes.length <= pictureMaxBytes).slice(0, 10);
  const stream = {
    id,
    finish: unfinished !== true,
    content: cutMarkdown(withoutThinking(content), streamMaxBytes),
    ...(items.length > 0 && { msg_item: items.map(pictureItem) }),
  };
  return template_card
    ? { msgtype: 'stream_with_template_card', stream, template_card }
    : { msgtype: 'stream', stream };
}

function welcome(message: Message, reply: Reply): object {
  const card = reply.card && { ...reply.card, text: belowTitle(reply) };
  const template_card = card && templateCard(card, { taskId: taskId(card.about, message.id), update: false });
  if (template_card) return { msgtype: 'template_card', template_card };
  return { msgtype: 'text', text: { content: beginning(unmarked(spoken(reply)), welcomeMaxBytes) } };
}

/** The pressed card's new face. Whether its type may change is not confirmed, so it never does (docs/wecom-protocol.md 5.5). */
function updated(message: Message, press: Press, reply: Reply): object | undefined {
  const type = pressedType(press);
  if (!type) return undefined;

  const template_card =
    newFace(reply, press, type) ?? sayingCard(type, wordsForCard(unmarked(spoken(reply))), press.taskId);
  const everyone = reply.card?.updates === 'everyone';
  return {
    response_type: 'update_template_card',
    ...(!everyone && { userids: [message.userid] }),
    template_card,
  };
}

function newFace(reply: Reply, press: Press, type: CardType): TemplateCard | undefined {
  if (!reply.card || cardType(reply.card) !== type) return undefined;
  return templateCard({ ...reply.card, text: belowTitle(reply) }, { taskId: press.taskId, update: true });
}

function pressedType({ cardType: type }: Press): CardType | undefined {
  return type === 'button_interaction' || type === 'vote_interaction' ? type : undefined;
}

/** On a card without text of its own, the reply's text takes that place. */
function belowTitle({ text, card }: Reply): string | undefined {
  return card?.text ?? (unmarked(text) || undefined);
}

/** A vote card has a title and options, and no room for text and facts: these stand in the message above it. */
function besideCard(card: Card): string | undefined {
  if (!card.choices) return undefined;
  return joined(card.text, ...(card.facts ?? []).map(({ name, value }) => `${name}：${value}`));
}

/** All of a reply in words. */
export function spoken({ text, card }: Reply): string {
  return joined(text, card && cardInWords(card));
}

function joined(...paragraphs: readonly (string | undefined)[]): string {
  return paragraphs.filter(Boolean).join('\n');
}

function pictureItem(bytes: Buffer): object {
  const md5 = hash('md5', bytes, 'hex');
  return { msgtype: 'image', image: { base64: bytes.toString('base64'), md5 } };
}

/** The whole answer to a message, at a door where nobody asks for the rest of an unfinished one. */
export async function wholeAnswer(answer: (message: Message) => Promise<Reply>, message: Message): Promise<Reply> {
  let reply = await answer(message);
  while (reply.unfinished)
    reply = await answer({ ...message, body: { kind: 'awaits', streamId: streamId(message.id) } });
  return reply;
}

/** The stream by which WeChat Work asks for the rest of the answer to a message. */
export function streamId(messageId: string): string {
  return `s-${hash('sha256', messageId, 'hex').slice(0, 24)}`;
}

function json(body: object | undefined): string {
  return body ? JSON.stringify(body) : '';
}

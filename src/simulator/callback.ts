import type { TemplateCard } from './card-rules.js';

/** Who does something, and where. */
export interface Place {
  readonly userid: string;
  /** The key of the chat in the log. */
  readonly chat: string;
  /** Only in a group. */
  readonly chatId?: string;
}

interface Words {
  readonly text: string;
  readonly voice: boolean;
  /** Where the bot may fetch each picture. */
  readonly pictureUrls: readonly string[];
  /** What was quoted, in words. */
  readonly quoted?: string;
  /** Over the long connection every picture's link comes with its key. */
  readonly mediaKey?: string;
}

/** The part of a callback that tells what was sent (docs/wecom-protocol.md 3.2 to 3.8). */
export function messageBody({ text, voice, pictureUrls, quoted, mediaKey }: Words): object {
  const quote = quoted === undefined ? {} : { quote: { msgtype: 'text', text: { content: quoted } } };
  if (voice) return { msgtype: 'voice', voice: { content: text } };
  if (pictureUrls.length === 0) return { msgtype: 'text', text: { content: text }, ...quote };

  const images = pictureUrls.map(url => ({
    msgtype: 'image',
    image: { url, ...(mediaKey !== undefined && { aeskey: mediaKey }) },
  }));
  const [only] = images;
  if (text === '' && only && images.length === 1) return only;
  const words = text === '' ? [] : [{ msgtype: 'text', text: { content: text } }];
  return { msgtype: 'mixed', mixed: { msg_item: [...words, ...images] }, ...quote };
}

/** A tap on a card; `selected` holds the chosen options of each question (docs/wecom-protocol.md 4.3). */
export function pressBody(
  card: TemplateCard,
  key: string,
  selected: Readonly<Record<string, readonly string[]>>,
): object {
  const items = Object.entries(selected).map(([question_key, option_id]) => ({
    question_key,
    option_ids: { option_id },
  }));
  const event = {
    card_type: card.card_type,
    event_key: key,
    task_id: card.task_id,
    ...(items.length > 0 && { selected_items: { selected_item: items } }),
  };
  return { msgtype: 'event', event: { eventtype: 'template_card_event', template_card_event: event } };
}

export const enterBody = { msgtype: 'event', event: { eventtype: 'enter_chat', enter_chat: {} } };

export function refreshBody(streamId: string): object {
  return { msgtype: 'stream', stream: { id: streamId } };
}

/** What stands round every callback (docs/wecom-protocol.md 3.1, 4.1). */
export function callbackOf(body: object, { msgid, botId, place, responseUrl, at }: Frame): object {
  return {
    msgid,
    create_time: Math.floor(at.getTime() / 1000),
    aibotid: botId,
    ...(place.chatId !== undefined && { chatid: place.chatId }),
    chattype: place.chatId === undefined ? 'single' : 'group',
    from: { userid: place.userid },
    ...(responseUrl !== undefined && { response_url: responseUrl }),
    ...body,
  };
}

interface Frame {
  readonly msgid: string;
  readonly botId: string;
  readonly place: Place;
  readonly at: Date;
  readonly responseUrl?: string;
}

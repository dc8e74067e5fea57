import { z } from 'zod';
import type { Attachment, Body, Chat, Message, Press } from '../../talk/message.js';
import type { KeySeal } from '../faces/key-seal.js';
import { readPress } from '../faces/press.js';

/** What every callback says about itself (docs/wecom-protocol.md 3.1, 4.1). */
const Callback = z.object({
  msgid: z.string().min(1),
  from: z.object({ userid: z.string().min(1) }),
  chattype: z.string().optional(),
  chatid: z.string().optional(),
  response_url: z.string().optional().catch(undefined),
  msgtype: z.string(),
});

const Words = z.object({ content: z.string().transform(withoutControls) });
const Media = z.object({ url: z.string().min(1), aeskey: z.string().optional() });
const Item = z.object({ text: Words.optional().catch(undefined), image: Media.optional().catch(undefined) });

const Spoken = z.object({ text: Words });
const Voiced = z.object({ voice: Words });
const Mixed = z.object({ mixed: z.object({ msg_item: z.array(Item.catch({})) }) });
const Refresh = z.object({ stream: z.object({ id: z.string().min(1) }) });
const Event = z.object({ event: z.object({ eventtype: z.string() }) });
const Quoting = z.object({ quote: z.looseObject({ msgtype: z.string() }) });

/**
 * Reads a decrypted callback into our own words (docs/wecom-protocol.md 3 and 4).
 *
 * Undefined for what cannot be answered at all: no id, no sender, the sender `sys`, a group without its chat id.
 * Everything else that has no use for us comes out as `ignored`.
 */
export function readCallback(json: unknown, seal: KeySeal): Message | undefined {
  const parsed = Callback.safeParse(json);
  if (!parsed.success || parsed.data.from.userid === 'sys') return undefined;

  const { msgid, from, response_url: responseUrl } = parsed.data;
  const chat = chatOf(parsed.data);
  if (!chat) return undefined;
  const pressed = (): Press | undefined => readPress(json, receiverOf({ chat, userid: from.userid }), seal);
  return { id: msgid, userid: from.userid, chat, body: bodyOf(parsed.data.msgtype, json, pressed), responseUrl };
}

const Addressed = z.object({ aibotid: z.string().optional(), event: z.object({ eventtype: z.string() }).optional() });

/** False for what was meant for another bot, and for the word that the connection was taken, which is nobody's message (docs/wecom-protocol.md 2.7, 4.5). */
export function isForBot(json: unknown, botId: string): boolean {
  const { aibotid = botId, event } = Addressed.safeParse(json).data ?? {};
  return aibotid === botId && event?.eventtype !== 'disconnected_event';
}

/** Who got a card: the group, or the one member. */
export function receiverOf({ chat, userid }: Pick<Message, 'chat' | 'userid'>): string {
  return chat.kind === 'group' ? `group ${chat.id}` : `member ${userid}`;
}

function chatOf({ chattype, chatid }: z.infer<typeof Callback>): Chat | undefined {
  if (chattype === 'single') return { kind: 'single' };
  if (chatid) return { kind: 'group', id: chatid };
  return chattype === 'group' ? undefined : { kind: 'single' };
}

function bodyOf(type: string, json: unknown, pressed: () => Press | undefined): Body {
  if (type === 'text' || type === 'mixed' || type === 'voice') return said(type, json);
  if (type === 'image' || type === 'file' || type === 'video') return sent(type, json);
  if (type === 'stream') {
    const refresh = Refresh.safeParse(json);
    return refresh.success ? { kind: 'awaits', streamId: refresh.data.stream.id } : ignored(type);
  }
  return type === 'event' ? happened(json, pressed) : ignored(type);
}

function said(type: 'text' | 'mixed' | 'voice', json: unknown): Body {
  const text = wordsOf(type, json);
  if (text === undefined) return ignored(type);
  const pictures = type === 'mixed' ? picturesOf(json) : [];
  return { kind: 'said', text, quoted: quotedWords(json), pictures };
}

function sent(type: 'image' | 'file' | 'video', json: unknown): Body {
  const media = z.object({ [type]: Media }).safeParse(json);
  const link = media.success ? media.data[type] : undefined;
  return link ? { kind: 'sent', type, attachment: attachment(link) } : ignored(type);
}

function happened(json: unknown, pressed: () => Press | undefined): Body {
  const parsed = Event.safeParse(json);
  if (!parsed.success) return ignored('event');

  const { eventtype } = parsed.data.event;
  if (eventtype === 'enter_chat') return { kind: 'entered' };
  if (eventtype === 'template_card_event') {
    const press = pressed();
    if (press) return { kind: 'pressed', press };
  }
  return ignored(eventtype);
}

function wordsOf(type: string, json: unknown): string | undefined {
  if (type === 'text') return Spoken.safeParse(json).data?.text.content;
  if (type === 'voice') return Voiced.safeParse(json).data?.voice.content;
  if (type !== 'mixed') return undefined;
  const items = Mixed.safeParse(json).data?.mixed.msg_item;
  // A picture stood between the texts, so a space may: “这是路灯 [图] 的报价单”.
  return items?.flatMap(item => (item.text ? [item.text.content] : [])).join(' ');
}

function picturesOf(json: unknown): Attachment[] {
  const items = Mixed.safeParse(json).data?.mixed.msg_item ?? [];
  return items.flatMap(item => (item.image ? [attachment(item.image)] : []));
}

/** A quote carries content only, no id: the words are all there is to find a project number in (docs/wecom-protocol.md 3.8). */
function quotedWords(json: unknown): string | undefined {
  // Most messages quote nothing, and to be told that by a shape costs more than to be told the words by one.
  if (typeof json !== 'object' || json === null || !('quote' in json)) return undefined;
  const quote = Quoting.safeParse(json).data?.quote;
  return quote && wordsOf(quote.msgtype, quote);
}

function attachment({ url, aeskey }: z.infer<typeof Media>): Attachment {
  return { url, aesKey: aeskey };
}

function ignored(what: string): Body {
  return { kind: 'ignored', what };
}

/** Line breaks and tabs stay; other control characters have no place in a sentence. */
export function withoutControls(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(/(?![\n\t])\p{Cc}/gu, '');
}

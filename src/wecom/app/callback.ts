import { z } from 'zod';
import type { Attachment, Body, Message } from '../../talk/message.js';
import type { KeySeal } from '../faces/key-seal.js';
import { readPress } from '../faces/press.js';
import { receiverOf, withoutControls } from '../robot/callback.js';
import { mediaUrl } from './media-url.js';

/** What arrives at the app's address (docs/wecom-doors.md 21.3). */
export type AppCallback =
  /** A member wrote to the app, sent something to it, opened it, or pressed a card of its. */
  | { readonly kind: 'message'; readonly message: Message; readonly responseCode: string | null }
  /** Something waits in 微信客服; without an account's id, in any of them (22.3). */
  | { readonly kind: 'bell'; readonly token: string; readonly openKfId: string | null }
  /** A customer group was made, changed or dismissed. Nothing of what is said there ever arrives (24.4). */
  | {
      readonly kind: 'group-changed';
      readonly chatId: string;
      readonly change: string;
      readonly detail: string;
      readonly members: readonly string[];
    }
  | { readonly kind: 'ignored'; readonly what: string };

/** White space between elements, and an empty element, both come as text. */
const text = z
  .string()
  .transform(words => words.trim())
  .catch('');

const Head = z.object({ MsgType: text, Event: text, ChangeType: text, FromUserName: text });
const Spoken = z.object({ FromUserName: z.string().min(1), MsgId: text, CreateTime: text });
const Words = z.object({ Content: z.string() });
const Media = z.object({ MediaId: z.string().min(1) });
const Bell = z.object({ Token: text, OpenKfId: text });
const Group = z.object({ ChatId: z.string().min(1), UpdateDetail: text, MemChangeList: z.unknown() });

/** Reads a decrypted callback of the app; what is of no use to us comes out as `ignored` and is answered with silence. */
export function readAppCallback(xml: Readonly<Record<string, unknown>>, seal: KeySeal): AppCallback {
  const { MsgType, Event, ChangeType } = Head.parse(xml);
  if (MsgType === 'event' && Event === 'kf_msg_or_event') {
    const { Token: token, OpenKfId } = Bell.parse(xml);
    return { kind: 'bell', token, openKfId: OpenKfId || null };
  }
  if (MsgType === 'event' && Event === 'change_external_chat') {
    const group = Group.safeParse(xml).data;
    if (!group) return { kind: 'ignored', what: Event };
    const members = listed(group.MemChangeList);
    return { kind: 'group-changed', chatId: group.ChatId, change: ChangeType, detail: group.UpdateDetail, members };
  }
  return said(xml, { MsgType, Event }, seal);
}

function said(
  xml: Readonly<Record<string, unknown>>,
  { MsgType, Event }: { MsgType: string; Event: string },
  seal: KeySeal,
): AppCallback {
  const spoken = Spoken.safeParse(xml).data;
  if (!spoken || spoken.FromUserName === 'sys') return { kind: 'ignored', what: Event || MsgType };
  const userid = spoken.FromUserName.trim();
  const chat = { kind: 'single' as const };
  const body =
    MsgType === 'event'
      ? eventBody(xml, { Event, receiver: receiverOf({ chat, userid }) }, seal)
      : bodyOf(MsgType, xml);
  if (body.kind === 'ignored') return { kind: 'ignored', what: body.what };
  const code = z.object({ ResponseCode: z.string().min(1) }).safeParse(xml).data?.ResponseCode ?? null;
  return { kind: 'message', message: { id: `app:${idOf(xml, spoken)}`, userid, chat, body }, responseCode: code };
}

/** An event has no MsgId: the click's own code, or else who and when, makes it one deed however often it is delivered. */
function idOf(
  xml: Readonly<Record<string, unknown>>,
  { MsgId, FromUserName, CreateTime }: z.infer<typeof Spoken>,
): string {
  if (MsgId) return MsgId;
  const { ResponseCode, Event } = z.object({ ResponseCode: text, Event: text }).parse(xml);
  return ResponseCode ? `press ${ResponseCode}` : `${Event} ${FromUserName} ${CreateTime}`;
}

function bodyOf(type: string, xml: unknown): Body {
  if (type === 'text') {
    const words = Words.safeParse(xml).data;
    return words
      ? { kind: 'said', text: withoutControls(words.Content), pictures: [] }
      : { kind: 'ignored', what: type };
  }
  const media = Media.safeParse(xml).data;
  if (media && (type === 'image' || type === 'video'))
    return { kind: 'sent', type, attachment: attachment(media.MediaId.trim()) };
  return { kind: 'ignored', what: type };
}

function eventBody(xml: unknown, { Event, receiver }: { Event: string; receiver: string }, seal: KeySeal): Body {
  if (Event === 'enter_agent') return { kind: 'entered' };
  const press = Event === 'template_card_event' ? readPress(asRobotEvent(xml), receiver, seal) : undefined;
  return press ? { kind: 'pressed', press } : { kind: 'ignored', what: Event };
}

const one = z.object({ QuestionKey: text, OptionIds: z.object({ OptionId: z.unknown() }).optional().catch(undefined) });
const Clicked = z.object({
  EventKey: text,
  TaskId: text,
  CardType: text,
  SelectedItems: z
    .object({ SelectedItem: z.union([z.array(one), one.transform(item => [item])]) })
    .optional()
    .catch(undefined),
});

/** The same event in the words of the robot's JSON, so that both doors read a press by one definition. */
function asRobotEvent(xml: unknown): unknown {
  const { EventKey, TaskId, CardType, SelectedItems } = Clicked.parse(xml);
  const selected_item = (SelectedItems?.SelectedItem ?? []).map(({ QuestionKey, OptionIds }) => ({
    question_key: QuestionKey,
    option_ids: { option_id: strings(OptionIds?.OptionId) },
  }));
  const template_card_event = {
    card_type: CardType,
    event_key: EventKey,
    task_id: TaskId,
    selected_items: { selected_item },
  };
  return { event: { template_card_event } };
}

/** Members of a change: as Items, or in one text by commas, as older versions have it (docs/wecom-doors.md 24.4). */
function listed(list: unknown): string[] {
  const items = z.object({ Item: z.unknown() }).safeParse(list).data;
  return items
    ? strings(items.Item)
    : strings(list)
        .flatMap(names => names.split(',').map(name => name.trim()))
        .filter(Boolean);
}

function strings(value: unknown): string[] {
  const values = Array.isArray(value) ? (value as unknown[]) : [value];
  return values.flatMap(item => (typeof item === 'string' && item.trim() !== '' ? [item.trim()] : []));
}

function attachment(mediaId: string): Attachment {
  return { url: mediaUrl(mediaId) };
}

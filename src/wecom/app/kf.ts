import { z } from 'zod';
import { WeComError } from '../errors.js';
import type { KfBody } from '../faces/kf.js';
import type { AppApi } from './api.js';

/** A message or event of 微信客服, as far as it is of use (docs/wecom-doors.md 22.4, 22.5). */
export type KfContent =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'tapped'; readonly key: string; readonly text: string }
  | { readonly kind: 'sent'; readonly type: 'image' | 'file' | 'video'; readonly mediaId: string }
  | { readonly kind: 'voice' }
  | { readonly kind: 'other' }
  | { readonly kind: 'entered'; readonly scene: string; readonly param: string; readonly welcomeCode: string }
  /** A person of the office has had the chat and has ended it. */
  | { readonly kind: 'ended'; readonly code: string }
  | { readonly kind: 'undelivered'; readonly sendId: string; readonly failType: number }
  | { readonly kind: 'recalled'; readonly msgid: string };

export interface KfItem {
  readonly msgid: string;
  readonly external: string;
  readonly sentAt: Date;
  /** Null: nothing is done about it, for the reason `why`. */
  readonly content: KfContent | null;
  readonly why: string | null;
}

interface KfPage {
  readonly items: readonly KfItem[];
  readonly cursor: string;
  readonly hasMore: boolean;
}

const Item = z.object({
  msgid: z.string().min(1),
  external_userid: z.string().optional(),
  send_time: z.number(),
  origin: z.number(),
  msgtype: z.string(),
  text: z.object({ content: z.string(), menu_id: z.string().optional() }).optional().catch(undefined),
  event: z
    .object({
      event_type: z.string(),
      external_userid: z.string().optional(),
      scene: z.string().optional(),
      scene_param: z.string().optional(),
      welcome_code: z.string().optional(),
      fail_msgid: z.string().optional(),
      fail_type: z.number().optional(),
      recall_msgid: z.string().optional(),
      change_type: z.number().optional(),
      msg_code: z.string().optional(),
    })
    .optional()
    .catch(undefined),
});
const Page = z.object({
  next_cursor: z.string().optional(),
  has_more: z.number().optional(),
  msg_list: z.array(z.unknown()).optional(),
});

/** One page of what was said; a page may be empty and have more behind it. */
export async function fetchPage(
  api: AppApi,
  {
    openKfId,
    cursor,
    token,
  }: { readonly openKfId: string; readonly cursor: string | null; readonly token: string | null },
): Promise<KfPage> {
  const given = { ...(cursor && { cursor }), ...(token && { token }) };
  const body = { ...given, limit: 1000, voice_format: 0, open_kfid: openKfId };
  const { next_cursor, has_more, msg_list } = Page.parse(await api.post('kf/sync_msg', body, { harmlessTwice: true }));
  const items = (msg_list ?? []).flatMap(item => read(item) ?? []);
  return { items, cursor: next_cursor ?? cursor ?? '', hasMore: has_more === 1 };
}

function read(json: unknown): KfItem | undefined {
  const item = Item.safeParse(json).data;
  if (!item) return undefined;
  const external = item.external_userid ?? item.event?.external_userid ?? '';
  const head = { msgid: item.msgid, external, sentAt: new Date(item.send_time * 1000) };
  const nothing = (why: string): KfItem => ({ ...head, content: null, why });
  if (external === '') return nothing('nobody said it');
  if (item.origin === 5) return nothing('a person of the office said it');
  if (item.origin !== 3 && item.origin !== 4) return nothing('an unknown origin');
  const content = item.msgtype === 'event' ? eventOf(item) : item.origin === 3 ? saidOf(item, json) : null;
  return content
    ? { ...head, content, why: null }
    : nothing(`of no use: ${item.event?.event_type ?? item.msgtype}`.slice(0, 80));
}

function saidOf({ msgtype, text }: z.infer<typeof Item>, json: unknown): KfContent {
  if (msgtype === 'text' && text) {
    if (text.menu_id !== undefined) return { kind: 'tapped', key: text.menu_id, text: text.content };
    return { kind: 'said', text: text.content };
  }
  if (msgtype === 'voice') return { kind: 'voice' };
  if (msgtype !== 'image' && msgtype !== 'file' && msgtype !== 'video') return { kind: 'other' };
  const media = z.object({ [msgtype]: z.object({ media_id: z.string().min(1) }) }).safeParse(json).data?.[msgtype];
  return media ? { kind: 'sent', type: msgtype, mediaId: media.media_id } : { kind: 'other' };
}

/** Of `change_type`: a person has ended the chat (22.5). */
const ended = 3;

function eventOf({ event, msgid }: z.infer<typeof Item>): KfContent | null {
  switch (event?.event_type) {
    case 'enter_session':
      return {
        kind: 'entered',
        scene: event.scene ?? '',
        param: event.scene_param ?? '',
        welcomeCode: event.welcome_code ?? '',
      };
    case 'msg_send_fail':
      return { kind: 'undelivered', sendId: event.fail_msgid ?? '', failType: event.fail_type ?? 0 };
    case 'session_status_change':
      return event.change_type === ended ? { kind: 'ended', code: event.msg_code ?? '' } : null;
    case 'user_recall_msg':
      return { kind: 'recalled', msgid: event.recall_msgid ?? msgid };
    default:
      return null;
  }
}

interface KfSending {
  readonly openKfId: string;
  readonly external: string;
  readonly sendId: string;
  readonly body: KfBody;
}

/** Says something to a customer. The same `sendId` is taken once, so a try of unknown outcome may be made again (22.6). */
export async function sendKf(api: AppApi, { openKfId, external, sendId, body }: KfSending): Promise<void> {
  const message = { touser: external, open_kfid: openKfId, msgid: sendId, ...(await wired(api, body)) };
  await api.post('kf/send_msg', message, { harmlessTwice: true });
}

/** Says what an event has room for, a visit or the end of a person's chat: within 20 seconds, once, by its code (22.8). */
export async function welcomeKf(
  api: AppApi,
  { code, sendId, body }: { readonly code: string; readonly sendId: string; readonly body: KfBody },
): Promise<void> {
  await api.post('kf/send_msg_on_event', { code, msgid: sendId, ...(await wired(api, body)) });
}

async function wired(api: AppApi, body: KfBody): Promise<object> {
  if (body.msgtype !== 'image') return body;
  const bytes = Buffer.from(body.base64, 'base64');
  return { msgtype: 'image', image: { media_id: await api.uploadMedia('image', 'picture.png', bytes) } };
}

const Way = z.object({ url: z.url({ protocol: /^https$/ }) });

/** The link by which anybody comes into the account; its scene is told with each visit (22.2). */
export async function contactWay(api: AppApi, openKfId: string, scene: string): Promise<string> {
  const answer = await api.post('kf/add_contact_way', { open_kfid: openKfId, scene }, { harmlessTwice: true });
  const way = Way.safeParse(answer).data;
  if (!way) throw new WeComError({ kind: 'unknown', detail: 'kf/add_contact_way: no url', harmlessTwice: true });
  return way.url;
}

const State = z.object({ service_state: z.number() });

/** 0 new, 1 the bot's, 2 in the pool, 3 a person's, 4 ended (22.7). */
export async function chatState(api: AppApi, openKfId: string, external: string): Promise<number> {
  const body = { open_kfid: openKfId, external_userid: external };
  return State.parse(await api.post('kf/service_state/get', body, { harmlessTwice: true })).service_state;
}

export async function takeChat(api: AppApi, openKfId: string, external: string): Promise<void> {
  const body = { open_kfid: openKfId, external_userid: external, service_state: 1 };
  await api.post('kf/service_state/trans', body, { harmlessTwice: true });
}

const Accounts = z.object({
  account_list: z.array(z.object({ open_kfid: z.string(), manage_privilege: z.boolean().optional() })).optional(),
});

/** Whether the app may speak for an account: false where the account is not there, or the right was not given (21.1 step 6). */
export async function mayManage(api: AppApi, openKfId: string): Promise<boolean> {
  for (let offset = 0; ; offset += 100) {
    const answer = await api.post('kf/account/list', { offset, limit: 100 }, { harmlessTwice: true });
    const list = Accounts.parse(answer).account_list ?? [];
    const found = list.find(account => account.open_kfid === openKfId);
    if (found || list.length < 100) return found?.manage_privilege === true;
  }
}

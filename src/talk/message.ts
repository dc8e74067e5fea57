import type { Yes } from './reply.js';

/**
 * What a member did in a chat, after the protocol edge has read it. Protocol words stay in `src/wecom`.
 */
export interface Message {
  /** Unique per deed of the member: WeChat Work's `msgid`. The same id again is the same deed delivered again. */
  readonly id: string;
  readonly userid: string;
  readonly chat: Chat;
  readonly body: Body;
  /** Where one later answer may be posted: once, within an hour. A secret. */
  readonly responseUrl?: string;
}

export type Chat =
  | { readonly kind: 'group'; readonly id: string }
  /** `isOverheard`: people of the office may read it, as they may 微信客服 (docs/wecom-doors.md 22.11). */
  | { readonly kind: 'single'; readonly isOverheard?: true };

export type Body =
  /** Words typed or spoken, as they came: the mention of the bot still stands in them. */
  | { readonly kind: 'said'; readonly text: string; readonly quoted?: string; readonly pictures: readonly Attachment[] }
  /** A picture or file sent alone, in private chat. */
  | {
      readonly kind: 'sent';
      readonly attachment: Attachment;
      readonly type: 'image' | 'file' | 'video';
      /** The grid whose desk it was sent on; left out in a chat. */
      readonly gridId?: number;
    }
  /** A button or a filled-in card: it names an intent and its slots, so a press enters by the door of typed words. */
  | { readonly kind: 'pressed'; readonly press: Press }
  /** A form of the desk: the words typed in its fields are read as words in chat are, and enter by the same door. */
  | FilledForm
  /** The member opened the private chat: for the first time today, or by a link of ours. */
  | { readonly kind: 'entered'; readonly came?: Came }
  /** WeChat Work asks for the rest of an unfinished answer. */
  | { readonly kind: 'awaits'; readonly streamId: string }
  /** Something the bot has no use for; it is answered with silence. */
  | { readonly kind: 'ignored'; readonly what: string };

/** True for what came by a page of the desk: no question of its waits in the chat. */
export function isFromPage(body: Body): body is FilledForm | (Body & { kind: 'sent'; gridId: number }) {
  return body.kind === 'filled' || (body.kind === 'sent' && body.gridId !== undefined);
}

export interface FilledForm {
  readonly kind: 'filled';
  /** The grid whose desk it is: somebody may be known in several. */
  readonly gridId: number;
  readonly intent: string;
  /** What was typed, by slot; several values where a field takes several. */
  readonly slots: Readonly<Record<string, string | readonly string[]>>;
  /** Which state of the matter the form was made from; empty where it hangs on none. */
  readonly revision: string;
  /** Which questions the member has said yes to; left out before the first. */
  readonly yes?: Yes;
  /** The bytes of the pictures that were sent along. */
  readonly pictures: readonly Buffer[];
}

/** What the link carried by which somebody came into 微信客服. Anybody can change or send on a link, so it proves nothing by itself. */
export interface Came {
  /** Which link it was, such as `g_oak`. */
  readonly scene: string;
  /** What was added to it, such as a code; empty where nothing was. */
  readonly param: string;
}

/** A picture or file that can be fetched within five minutes; its bytes are encrypted. */
export interface Attachment {
  readonly url: string;
  /** Long connection only: the key of this one link. */
  readonly aesKey?: string;
  /** The bytes themselves, where they came with a page of ours; the link is then empty. */
  readonly bytes?: Buffer;
}

export interface Press {
  /** The task id of the card that was pressed; an update must carry the same one. */
  readonly taskId: string;
  readonly cardType: string;
  readonly intent: string;
  readonly slots: Readonly<Record<string, unknown>>;
  /** Which state of the matter the card was made from; empty where it hangs on none. */
  readonly revision: string;
}

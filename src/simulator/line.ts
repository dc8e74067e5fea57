import type { Answer, Trigger } from './answer.js';
import type { Place } from './callback.js';
import type { Refusal } from './card-rules.js';

/** Why nothing could be shown: what the page says, and WeChat Work's code when it has one. */
export interface Fault {
  readonly errcode?: number;
  readonly text: string;
}

export type Delivered = Answer | { readonly kind: 'fault'; readonly fault: Fault };

/** A way from WeChat Work to the bot: by callbacks, or over the long connection. */
export interface Line {
  deliver(callback: object, trigger: Trigger, place: Place): Promise<Delivered>;
  /** The bot that a callback is for. */
  readonly botId: string;
  /** The key of the one link under which the bot fetches a picture; in callback mode it is the bot's own. */
  readonly mediaKey?: string;
}

/** What the bot says over the long connection besides the first answer to a callback. */
export interface Heard {
  /** A further answer to a callback: a card beside its text, a picture. */
  later(place: Place, answer: Delivered): void;
  /** A push; the refusal is WeChat Work's. */
  push(chatid: string, isGroup: boolean | undefined, pushed: Pushed): Promise<Refusal | null>;
  isUsed(taskId: string | undefined): boolean;
}

export interface Pushed {
  readonly text: string;
  readonly picture?: Buffer;
  readonly file?: { readonly name: string; readonly bytes: number };
}

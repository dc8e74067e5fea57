/**
 * What the bot answers. The edge turns it into markdown, a card, or the update of a pressed card.
 */
export interface Reply {
  /** Markdown in the markdown_v2 dialect; at most 20480 bytes. Empty: nothing is said. */
  readonly text: string;
  /** What the speaker alone may hear of a deed: the answer in private; beside it `text` tells the group where it is found. */
  readonly alone?: string;
  readonly card?: Card;
  /** PNG or JPEG pictures shown under the text, each at most 10 MB, ten at most. */
  readonly pictures?: readonly Buffer[];
  /** More is to come: WeChat Work asks for the rest by the stream of this answer. */
  readonly unfinished?: true;
  /** What a question may be answered by with one tap, where the door has rows for it; the words do the same everywhere. */
  readonly answers?: readonly Button[];
  /** What the member may choose from by its number in the text, the first being 1; in private only. */
  readonly offers?: readonly Offer[];
  /** The private notices that are told along with it: where it is not said after all, they are not told. */
  readonly told?: readonly number[];
  /** How it went with a deed whose form was filled in: the page has to tell what was done from what is asked again. */
  readonly outcome?: Outcome;
}

export type Outcome =
  /** It was done, or what was asked for is told. `again`: this very form was handed in before, and nothing was done now. */
  | { readonly kind: 'done'; readonly again?: true }
  /** A sentence for each slot that is missing or cannot be used. */
  | { readonly kind: 'asked'; readonly slots: Readonly<Record<string, string>> }
  /** Read back: handed in again with this yes, it is done. */
  | {
      readonly kind: 'readBack';
      readonly yes: Yes;
      /** The fields as they were understood: handed in again they mean the same, however late it is by then. */
      readonly typed: Readonly<Record<string, string | readonly string[]>>;
      readonly revision: string;
    }
  | { readonly kind: 'refused' };

/**
 * `read`: yes to what was read back. `sure`: yes to the question that the deed itself asks before it goes on. `asked`: to both, asked on one
 * page.
 */
export type Yes = 'read' | 'sure' | 'asked';

/** A deed that is offered: choosing it does it, and asks first for what it needs. */
export interface Offer {
  readonly intent: string;
  readonly slots: Readonly<Record<string, unknown>>;
  /** What it is, in a few characters: with it the offer is a button too. */
  readonly title?: string;
}

/** One card model for all channels; lengths are those of `docs/wecom-protocol.md` 6.4 (the edge shortens what is longer). */
export interface Card {
  /** Stem of the task id, such as `poll-12`: letters, digits, `_`, `-`, `@`. The edge makes it unique. */
  readonly about: string;
  /** At most 26 characters. */
  readonly title: string;
  /** At most 30 characters. */
  readonly desc?: string;
  /** At most 112 characters. */
  readonly text?: string;
  /** At most 6; the name at most 5 characters, the value at most 26. */
  readonly facts?: readonly { readonly name: string; readonly value: string }[];
  /** One to six buttons: a card with `buttons` is answered by one tap. */
  readonly buttons?: readonly Button[];
  /** Up to 20 options and a submit button; the chosen ids become the slot `slot`. Not together with `buttons`. */
  readonly choices?: Choices;
  /** What stands in 微信客服 in place of buttons and choices that are not for its rows: others read them, or a tick costs a message. */
  readonly aside?: { readonly text: string; readonly button: Button };
  /** After a press: who sees the changed card. The presser alone unless said otherwise. */
  readonly updates?: 'presser' | 'everyone';
}

/** WeChat Work takes no more buttons on a card (docs/wecom-protocol.md 6.4). */
export const mostButtons = 6;
/** Nor longer words on one. */
export const mostOnButton = 10;

export interface Button {
  /** At most 10 characters. */
  readonly text: string;
  /** 1 blue, 2 grey, 3 red, 4 plain. */
  readonly style?: 1 | 2 | 3 | 4;
  readonly intent: string;
  readonly slots?: Readonly<Record<string, unknown>>;
  /** Which state of the matter the button was made from, set as the answer is kept; left out where it hangs on none. */
  readonly revision?: string;
}

export interface Choices {
  readonly slot: string;
  readonly many: boolean;
  readonly options: readonly { readonly id: string; readonly text: string; readonly chosen?: boolean }[];
  /** Shown disabled, as after a vote has closed. */
  readonly closed?: boolean;
  readonly submit: Button;
}

/** The answer that says nothing. */
export const silence: Reply = { text: '' };

/** What the group reads where the answer is for the speaker alone: 您家的票只告诉您本人…. */
export function openly(what: '事' | '数' | '账' | '票'): string {
  return `您家的${what}只告诉您本人：点我的头像，在私聊里随便发一句话就能看到。`;
}

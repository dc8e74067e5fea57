import type { Logger } from 'pino';
import type { Context, Understanding } from '../language/reading/understand.js';
import type { OpenUnit, Store, Unit } from '../store/engine/unit.js';
import type { MemberView } from '../store/people/members.js';
import type { AnyIntent } from './intent.js';
import type { Attachment, Message } from './message.js';
import type { Asked } from './opinion/proposal.js';
import type { UnfinishedParts } from './opinion/unfinished.js';
import type { SentFile } from './sent-file.js';
import type { Fetched } from './sent-picture.js';
import type { Wish } from './wish.js';

export interface DispatchParts {
  readonly store: Store;
  readonly intents: ReadonlyMap<string, AnyIntent>;
  readonly understand: (text: string, now: Date, context: Context) => Understanding;
  readonly now: () => Date;
  readonly boardUrl: (grid: string, no?: number) => string;
  readonly log: Logger;
  /** Fetches what a member sent: `none` when it is no picture that can be used, null when it could not be had in time. */
  readonly fetchPicture?: (attachment: Attachment) => Promise<Fetched>;
  /** Fetches a file that a member sent; null when it could not be had in time. */
  readonly fetchFile?: (attachment: Attachment) => Promise<Buffer | null>;
  /** Chance, for codes that nobody may guess. */
  readonly random: (bytes: number) => Buffer;
  /** A large model, asked where the own reader is not sure; null where the operator wants none. */
  readonly model?: ((asked: Asked) => Promise<string | null>) | null;
  /** How answers that the model takes its time for are given; needed with a model. */
  readonly patience?: UnfinishedParts;
  /** Told when an answered message has left posts to be sent. */
  readonly onQueued?: () => void;
  /** Told of each refusal's code, for the metrics. */
  readonly onRefusal?: (code: string) => void;
}

/** What every answer is made with. */
export interface Parts extends DispatchParts {
  readonly fixedForm: (text: string) => Wish | null;
}

/** A message with the pictures that came with it; a fault stands where one could not be used. */
export interface Heard extends Message {
  readonly pictures: readonly Fetched[];
  readonly file: SentFile | null;
  /** What a model proposed, null where it proposed nothing; left out before it was asked. */
  readonly opinion?: Wish | null;
}

/** One message of one member in one grid. */
export interface Turn {
  readonly open: OpenUnit;
  readonly unit: Unit;
  readonly member: MemberView;
  readonly message: Heard;
  readonly now: Date;
}

/** Where a question of the bot waits: the group's id, or `single`. */
export function chatKey({ chat }: Message): string {
  return chat.kind === 'group' ? chat.id : 'single';
}

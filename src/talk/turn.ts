import type { Logger } from 'pino';
import type { Context, Understanding } from '../language/reading/understand.js';
import type { OpenUnit, Tell, Unit } from '../store/engine/unit.js';
import type { MemberView } from '../store/people/members.js';
import type { AnyIntent } from './intent.js';
import type { Brought, BroughtParts } from './sent/brought.js';
import type { Message } from './message.js';
import type { Asked } from './opinion/proposal.js';
import type { UnfinishedParts } from './opinion/unfinished.js';
import type { Spoken } from './before/spoken.js';
import type { Wish } from './wish.js';

export interface DispatchParts extends BroughtParts {
  readonly intents: ReadonlyMap<string, AnyIntent>;
  readonly understand: (text: string, now: Date, context: Context) => Understanding;
  readonly now: () => Date;
  readonly boardUrl: (grid: string, no?: number) => string;
  readonly log: Logger;
  /** Chance, for codes that nobody may guess. */
  readonly random: (bytes: number) => Buffer;
  /** A large model, asked where the own reader is not sure; null where the operator wants none. */
  readonly model?: ((asked: Asked) => Promise<string | null>) | null;
  /** How answers that the model takes its time for are given; needed with a model. */
  readonly patience?: UnfinishedParts;
  /** Told when an answered message has left posts to be sent. */
  readonly onQueued?: () => void;
  /** Runs what nobody waits for; where it is left out, it runs by itself and a failure is logged. */
  readonly afterwards?: (work: () => Promise<void>) => void;
  /** Told of each refusal's code, for the metrics. */
  readonly onRefusal?: (code: string) => void;
}

/** What every answer is made with. */
export interface Parts extends DispatchParts {
  /** How whoever has to hear of what a deed did hears of it. */
  readonly tell: Tell;
  readonly afterwards: (work: () => Promise<void>) => void;
  readonly fixedForm: (text: string) => Wish | null;
  /** Which matter was spoken of last in each chat. */
  readonly spoken: Spoken;
}

/** A message with what came with it. */
export interface Heard extends Message, Brought {
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

import Router from 'koa-router';
import type { Hint, World } from './world.js';

export type { Hint, World } from './world.js';

export interface SimulatorOptions {
  /** Where the bot takes WeChat Work's callbacks. */
  readonly callbackUrl: string;
  /** How the addresses begin that the simulator hands to the bot. */
  readonly publicUrl: string;
  readonly token: string;
  readonly encodingAesKey: string;
  readonly botName: string;
  now(): Date;
  world(): Promise<World>;
  moveClock(to: Date): Promise<void>;
  guide(): Promise<readonly Hint[]>;
  nextPollEnd?(): Promise<Date | null>;
  readonly fetch?: typeof fetch;
  /** Waits between two refreshes of an unfinished answer. */
  pause?(ms: number): Promise<void>;
}

/** The simulated WeChat Work of trial mode: its page, its callbacks, and a stand-in of its HTTP API. */
export function simulatorRoutes(_options: SimulatorOptions): { router: Router; close(): void } {
  return { router: new Router(), close: () => undefined };
}

import Koa from 'koa';
import type { Store } from '../../src/store/engine/store.js';
import { type BoardParts, boardRoutes } from '../../src/web/board.js';
import { served } from './server.js';

/** Whose record the board shows, and when: a neighbourhood, or a store at one moment. */
interface Shown {
  readonly store: Store;
  readonly now: Date;
}

/** The pages of the board; a test may give parts of its own. */
export function boardOf(shown: Shown, parts: Partial<BoardParts> = {}) {
  const given = {
    store: shown.store,
    now: () => shown.now,
    boardUrl: (grid: string, no?: number) => `http://board/${grid}/${no ?? ''}`,
    clockMs: () => performance.now(),
    chance: Math.random,
  };
  return boardRoutes({ ...given, ...parts }).routes();
}

/** The board on a real port until the test ends: how its addresses begin. */
export function boardServed(shown: Shown, parts: Partial<BoardParts> = {}): Promise<string> {
  return served(new Koa().use(boardOf(shown, parts)));
}

/** The clock of a reader who takes a minute for each page, and so is never too fast. */
export function unhurried(): () => number {
  let ms = 0;
  return () => (ms += 60_000);
}

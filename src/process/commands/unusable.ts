import type { Said } from './tongue.js';

/** What the operator typed cannot be done; the message says what to do next. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
  readonly zh: string;

  constructor(said: Said) {
    super(said.en);
    this.zh = said.zh;
  }
}

/** What the operator typed cannot be done; the message says what to do next. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}

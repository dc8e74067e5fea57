/** The first thing that does not hold; the message names the row. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

/**
 * Statements by what is asked, word by word: a path of names that stand in the program, each found by its identity, where a text put
 * together for each question would have to be read letter by letter.
 */
export class Outline<Made> {
  made: Made | undefined;
  private readonly next = new Map<string | number, Outline<Made>>();

  at(word: string | number): Outline<Made> {
    let next = this.next.get(word);
    if (!next) this.next.set(word, (next = new Outline<Made>()));
    return next;
  }
}

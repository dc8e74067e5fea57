export interface Stored {
  readonly bytes: Buffer;
  readonly name: string;
  readonly type: string;
  readonly at: Date;
  /** The webhook a file was uploaded for; only that one may send it. */
  readonly key?: string;
}

const mostBytes = 128 * 1024 * 1024;
const mostThings = 1000;

/** Where things are kept over a restart. */
export interface Cellar {
  keepThing(id: string, thing: Stored): void;
  thing(id: string): Stored | undefined;
}

/** Pictures and files in memory. When it is full, the oldest ones go; what lies in the cellar too is found there. */
export class Shelf {
  private readonly things = new Map<string, Stored>();
  private bytes = 0;

  constructor(private readonly cellar: Cellar | null = null) {}

  put(id: string, thing: Stored): void {
    this.things.set(id, thing);
    this.cellar?.keepThing(id, thing);
    this.bytes += thing.bytes.length;
    for (const [oldest, { bytes }] of this.things) {
      if (oldest === id || (this.bytes <= mostBytes && this.things.size <= mostThings)) break;
      this.things.delete(oldest);
      this.bytes -= bytes.length;
    }
  }

  get(id: string): Stored | undefined {
    return this.things.get(id) ?? this.cellar?.thing(id);
  }
}

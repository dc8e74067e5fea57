import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from './chat-log.js';
import type { Stored } from './shelf.js';

/**
 * The chats of trial mode on disk beside its record, so that a restart shows them again: a line an entry as it stood after each change,
 * and each picture as a file. Only what one person plays with is kept here.
 */
export class KeptChats {
  private readonly lines: string;
  private isEmptied = false;

  constructor(private readonly folder: string) {
    this.lines = join(folder, 'chats.jsonl');
    mkdirSync(folder, { recursive: true });
  }

  /** Every entry as it last stood, oldest first; half a line, as a crash leaves it, is passed over. */
  entries(): Entry[] {
    if (!existsSync(this.lines)) return [];
    const found = new Map<number, Entry>();
    for (const line of readFileSync(this.lines, 'utf8').split('\n')) {
      const entry = entryOf(line);
      if (entry) found.set(entry.id, entry);
    }
    const last = [...found.values()].toSorted((a, b) => a.id - b.id);
    writeFileSync(this.lines, last.map(entry => `${JSON.stringify(entry)}\n`).join(''));
    return last;
  }

  add(entry: Entry): void {
    if (this.isEmptied) return;
    appendFileSync(this.lines, `${JSON.stringify(entry)}\n`);
  }

  keepThing(id: string, { bytes, ...about }: Stored): void {
    if (this.isEmptied) return;
    writeFileSync(join(this.folder, id), bytes);
    writeFileSync(join(this.folder, `${id}.json`), JSON.stringify(about));
  }

  thing(id: string): Stored | undefined {
    if (!/^[0-9a-f]+$/u.test(id) || !existsSync(join(this.folder, `${id}.json`))) return undefined;
    const about = JSON.parse(readFileSync(join(this.folder, `${id}.json`), 'utf8')) as Omit<Stored, 'bytes'>;
    return { ...about, at: new Date(about.at), bytes: readFileSync(join(this.folder, id)) };
  }

  /** Throws everything away; what is still said while the program ends is not kept. */
  empty(): void {
    this.isEmptied = true;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function entryOf(line: string): Entry | null {
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return null;
  }
}

import { chatKey, type Turn } from './turn.js';

/** What was spoken of last in a chat: the matter, and what was asked or done. */
export interface SpokenOf {
  readonly intent: string;
  readonly no: number;
  /** True where a deed was done, and nothing only looked up. */
  readonly isDone: boolean;
  readonly at: Date;
}

/** A short question speaks of what was spoken of so shortly ago, and a correction of what was done. */
export const rememberedMs = 10 * 60_000;

/** More chats than this at once are not remembered. */
const most = 5_000;

/**
 * Which matter a short question is about (那还差多少, 哪天截止). It is kept in memory only, for ten minutes: nobody's questions are written
 * down, and who asks after a restart is asked for the number.
 */
export class Spoken {
  private readonly matters = new Map<string, SpokenOf>();
  private readonly deeds = new Map<string, SpokenOf>();
  private readonly unheard = new Map<string, Date>();

  note(turn: Turn, matter: Omit<SpokenOf, 'at'>): void {
    if (matter.isDone) keep(this.deeds, keyOf(turn), { ...matter, at: turn.now });
    for (const key of [keyOf(turn), groupOf(turn)]) if (key) keep(this.matters, key, { ...matter, at: turn.now });
  }

  /** What this member spoke of here, else anybody in this group. */
  last(turn: Turn): SpokenOf | null {
    return this.own(turn) ?? fresh(this.matters, groupOf(turn), turn.now);
  }

  /** What this member spoke of here. */
  own(turn: Turn): SpokenOf | null {
    return fresh(this.matters, keyOf(turn), turn.now);
  }

  /** What this member did here last, whatever was asked since. */
  done(turn: Turn): SpokenOf | null {
    return fresh(this.deeds, keyOf(turn), turn.now);
  }

  /** True when this member was told within ten minutes that nothing was understood; and remembers that it is told now. */
  isUnheardAgain(turn: Turn): boolean {
    const before = this.unheard.get(keyOf(turn));
    keep(this.unheard, keyOf(turn), turn.now);
    return before !== undefined && isRecent(before, turn.now);
  }
}

function fresh(map: ReadonlyMap<string, SpokenOf>, key: string | null, now: Date): SpokenOf | null {
  const found = key === null ? undefined : map.get(key);
  return found && isRecent(found.at, now) ? found : null;
}

function isRecent(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() <= rememberedMs;
}

function keyOf({ unit, member, message }: Turn): string {
  return `${unit.grid.id} ${chatKey(message)} ${member.userid}`;
}

function groupOf({ unit, message }: Turn): string | null {
  return message.chat.kind === 'group' ? `${unit.grid.id} ${message.chat.id}` : null;
}

function keep<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}

import type { Question } from '../../store/question.js';
import { chatKey, type Turn } from '../turn.js';

/** What was spoken of last in a chat: the matter, and what was asked or done. */
export interface SpokenOf {
  readonly intent: string;
  readonly no: number;
  /** True where a deed was done, and nothing only looked up. */
  readonly isDone: boolean;
  /** What was done, by its slots. */
  readonly slots?: Readonly<Record<string, unknown>>;
  /** What was asked, by its words. */
  readonly text?: string;
  readonly at: Date;
  /** The message by which it was done. */
  readonly message?: string;
}

/** A deed that was done in the hearing of a group, with what was said of it. */
export interface HeardDeed extends SpokenOf {
  readonly by: string;
  readonly slots: Readonly<Record<string, unknown>>;
}

/** A deed of any kind that a member did, by its slots as they were said. */
export interface Did {
  readonly intent: string;
  readonly slots: Readonly<Record<string, unknown>>;
  readonly at: Date;
  /** The message by which it was done. */
  readonly message: string;
}

/** So many deeds of a member are remembered at once. */
const mostDid = 8;

/** What was read back and put off for the moment, or refused, by its deed. */
interface Postponed {
  readonly intent: string;
  readonly slots: Readonly<Record<string, unknown>>;
  /** The refusal, where it was refused: another value may do. */
  readonly why?: string;
  readonly at: Date;
}

/** Who has to ask at home is remembered for so long. */
const postponedMs = 30 * 60_000;

/** So many questions wait behind the one that is open. */
const mostAside = 3;

/** Who types a sentence in pieces sends the next one soon. */
const pieceMs = 2 * 60_000;

/** So many deeds of a group are remembered at once. */
const mostHeard = 20;

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
  private readonly deeds = new Map<string, readonly SpokenOf[]>();
  private readonly dids = new Map<string, readonly Did[]>();
  private readonly unheard = new Map<string, { readonly at: Date; readonly text: string }>();
  private readonly pieces = new Map<string, { readonly at: Date; readonly text: string }>();
  private readonly postponed = new Map<string, Postponed>();
  private readonly named = new Map<string, { readonly nos: readonly number[]; readonly at: Date }>();
  private readonly heard = new Map<string, readonly HeardDeed[]>();
  private readonly asides = new Map<
    string,
    readonly (Pick<Question, 'intent' | 'slots' | 'asks'> & { readonly at: Date })[]
  >();
  private readonly kin = new Map<string, { readonly at: Date }>();
  private readonly views = new Map<string, { readonly slots: Did['slots']; readonly at: Date }>();

  note(turn: Turn, matter: Omit<SpokenOf, 'at'>): void {
    const own = keyOf(turn);
    const { body } = turn.message;
    const { id: message } = turn.message;
    const noted = {
      message,
      ...(body.kind === 'said' && !matter.isDone && { text: body.text }),
      ...matter,
      at: turn.now,
    };
    if (matter.isDone) {
      this.unheard.delete(own);
      this.pieces.delete(own);
      if (this.postponed.get(own)?.why !== undefined) this.postponed.delete(own);
      // Several deeds of one message are remembered together.
      const before = this.deeds.get(own)?.filter(one => one.message === message) ?? [];
      keep(this.deeds, own, [...before, noted]);
    }
    keep(this.matters, own, noted);
    const group = groupOf(turn);
    if (group) keep(this.matters, group, noted);
  }

  /** Keeps what was done; what all in a group heard being done also for the neighbour who says 我也一样. */
  noteDone(turn: Turn, deed: Pick<HeardDeed, 'intent' | 'no' | 'slots'>): void {
    this.note(turn, { ...deed, isDone: true });
    const group = groupOf(turn);
    if (!group || turn.message.body.kind !== 'said') return;
    const heard = { ...deed, isDone: true, by: turn.member.userid, at: turn.now };
    keep(this.heard, group, [...(this.heard.get(group) ?? []), heard].slice(-mostHeard));
  }

  /** Keeps what was done, of whatever matter or of none. */
  noteDid(turn: Turn, { intent, slots }: Pick<Did, 'intent' | 'slots'>): void {
    const did = { intent, slots, at: turn.now, message: turn.message.id };
    keep(this.dids, keyOf(turn), [...(this.dids.get(keyOf(turn)) ?? []), did].slice(-mostDid));
  }

  /** What this member did here within ten minutes, the latest first. */
  did(turn: Turn): readonly Did[] {
    return (this.dids.get(keyOf(turn)) ?? []).filter(({ at }) => isRecent(at, turn.now)).toReversed();
  }

  /** Keeps what was looked at (看纸票2), so that 这张不符 is said of it. */
  noteShown(turn: Turn, slots: Did['slots']): void {
    keep(this.views, keyOf(turn), { slots, at: turn.now });
  }

  /** What this member looked at last here within ten minutes, by its slots. */
  shown(turn: Turn): Did['slots'] {
    const found = this.views.get(keyOf(turn));
    return found && isRecent(found.at, turn.now) ? found.slots : {};
  }

  /** Keeps the numbers of a message that names several. */
  noteNamed(turn: Turn, nos: readonly number[]): void {
    if (nos.length > 1) keep(this.named, keyOf(turn), { nos, at: turn.now });
  }

  /** Remembers that this member speaks for somebody of the own home, so that 他 is that one. */
  noteKin(turn: Turn): void {
    keep(this.kin, keyOf(turn), { at: turn.now });
  }

  speaksForKin(turn: Turn): boolean {
    const found = this.kin.get(keyOf(turn));
    return found !== undefined && isRecent(found.at, turn.now);
  }

  /** The numbers that this member named together last, in their order. */
  namedTogether(turn: Turn): readonly number[] {
    const found = this.named.get(keyOf(turn));
    return found && isRecent(found.at, turn.now) ? found.nos : [];
  }

  /** What others did in the hearing of this group within ten minutes, the latest first; of each and matter only the last. */
  heardOf(turn: Turn): HeardDeed[] {
    const latest = (this.heard.get(groupOf(turn) ?? '') ?? []).toReversed();
    return latest.filter(
      ({ by, no, at }, index) =>
        by !== turn.member.userid &&
        isRecent(at, turn.now) &&
        latest.findIndex(other => other.by === by && other.no === no) === index,
    );
  }

  /** What this member spoke of here, else anybody in this group. */
  last(turn: Turn): SpokenOf | null {
    return this.own(turn) ?? this.inGroup(turn);
  }

  /** What anybody in this group spoke of last. */
  inGroup(turn: Turn): SpokenOf | null {
    return fresh(this.matters, groupOf(turn), turn.now);
  }

  /** What this member spoke of here. */
  own(turn: Turn): SpokenOf | null {
    return fresh(this.matters, keyOf(turn), turn.now);
  }

  /** What this member did here last, whatever was asked since. */
  done(turn: Turn): SpokenOf | null {
    return this.doneTogether(turn).at(-1) ?? null;
  }

  /** The same with what was done in the same message. */
  doneTogether(turn: Turn): readonly SpokenOf[] {
    return (this.deeds.get(keyOf(turn)) ?? []).filter(({ at }) => isRecent(at, turn.now));
  }

  postpone(turn: Turn, deed: Omit<Postponed, 'at'> | null): void {
    if (deed) keep(this.postponed, keyOf(turn), { ...deed, at: turn.now });
    else this.postponed.delete(keyOf(turn));
  }

  /** What this member put off here. */
  putOff(turn: Turn): Postponed | null {
    const found = this.postponed.get(keyOf(turn));
    return found && turn.now.getTime() - found.at.getTime() <= postponedMs ? found : null;
  }

  /** Keeps a question that another one was put before. */
  setAside(turn: Turn, { intent, slots, asks }: Pick<Question, 'intent' | 'slots' | 'asks'>): void {
    const before = this.asides.get(keyOf(turn)) ?? [];
    keep(this.asides, keyOf(turn), [...before, { intent, slots, asks, at: turn.now }].slice(-mostAside));
  }

  /** The question that was set aside last; it is set aside no more. */
  takeAside(turn: Turn): Pick<Question, 'intent' | 'slots' | 'asks'> | null {
    const before = (this.asides.get(keyOf(turn)) ?? []).filter(
      ({ at }) => turn.now.getTime() - at.getTime() <= postponedMs,
    );
    const last = before.at(-1) ?? null;
    if (before.length > 1) keep(this.asides, keyOf(turn), before.slice(0, -1));
    else this.asides.delete(keyOf(turn));
    return last;
  }

  /** Lets all go that was set aside. */
  dropAsides(turn: Turn): void {
    this.asides.delete(keyOf(turn));
  }

  hasAside(turn: Turn): boolean {
    return this.asides.has(keyOf(turn));
  }

  /** True when this member was told within ten minutes that nothing was understood; and remembers that it is told now, of what. */
  isUnheardAgain(turn: Turn, text: string): boolean {
    const before = this.unheard.get(keyOf(turn));
    keep(this.unheard, keyOf(turn), { at: turn.now, text });
    return before !== undefined && isRecent(before.at, turn.now);
  }

  /** The short messages that this member sent one behind the other and that were not understood, with this one, as one sentence. */
  inPieces(turn: Turn, text: string): string {
    const before = this.pieces.get(keyOf(turn));
    const isOn = before !== undefined && turn.now.getTime() - before.at.getTime() <= pieceMs;
    const joined = isOn ? `${before.text}${text}` : text;
    keep(this.pieces, keyOf(turn), { at: turn.now, text: joined });
    return joined;
  }

  /** Lets the pieces go: what is said now is none of them. */
  endPieces(turn: Turn): void {
    this.pieces.delete(keyOf(turn));
  }

  /** What this member said last that was not understood, since the last deed. */
  unheardText(turn: Turn): string | null {
    const found = this.unheard.get(keyOf(turn));
    return found && isRecent(found.at, turn.now) ? found.text : null;
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
  if (map.size <= most) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}

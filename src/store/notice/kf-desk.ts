import { In, IsNull, LessThan, LessThanOrEqual, Not } from 'typeorm';
import { dayMs, hourMs, minuteMs } from '../../domain/calendar.js';
import { KfAccount } from './kf-account.js';
import { KfAnswer } from './kf-answer.js';
import { KfCustomer } from './kf-customer.js';
import { KfMessage } from './kf-message.js';
import { type KfPress, KfRow } from './kf-row.js';
import { Post } from './post.js';
import { JournalLine } from '../engine/journal-line.js';
import type { Records } from '../engine/records.js';
import { insertRow } from '../engine/rows.js';

/** A customer's message gives so many of ours for so long (docs/wecom-doors.md 22.7). */
const windowMs = 48 * hourMs;
const windowMessages = 5;
/** A message that was taken and does not arrive is told of sooner than that. */
const arrivesMs = 10 * minuteMs;

interface Fetched {
  readonly msgid: string;
  readonly external: string;
  readonly sentAt: Date;
  readonly content: unknown;
  /** Why nothing will be done about it; null where something will. */
  readonly why: string | null;
}

/** A message of ours before it is kept. */
export type NewAnswer = Pick<KfAnswer, 'part' | 'sendId' | 'content' | 'welcomeCode' | 'state'>;

/** What is kept of one account of 微信客服. */
export class KfDesk {
  constructor(
    private readonly manager: Records,
    private readonly openKfId: string,
  ) {}

  async account(now: Date): Promise<KfAccount> {
    const known = await this.manager.findOneBy(KfAccount, { openKfId: this.openKfId });
    if (known) return known;
    const row = { openKfId: this.openKfId, cursor: null, openedAt: now, bellAt: null, bellToken: null };
    await this.manager.insert(KfAccount, row);
    return row;
  }

  async mark(changes: Partial<Pick<KfAccount, 'cursor' | 'bellAt' | 'bellToken'>>): Promise<void> {
    await this.manager.update(KfAccount, { openKfId: this.openKfId }, changes as Partial<KfAccount>);
  }

  /** Keeps what is new of a page, with the cursor behind it; hands back what was new. */
  async keep(page: readonly Fetched[], cursor: string): Promise<Fetched[]> {
    const ids = page.map(({ msgid }) => msgid);
    const known =
      ids.length === 0 ? [] : await this.manager.findBy(KfMessage, { openKfId: this.openKfId, msgid: In(ids) });
    const seen = new Set(known.map(({ msgid }) => msgid));
    const fresh = page.filter(({ msgid }) => !seen.has(msgid) && seen.add(msgid));
    for (const { why, content, ...message } of fresh) {
      const fate = why === null ? { state: 'waiting' as const, content } : { state: 'dropped' as const, content: null };
      await insertRow(this.manager, KfMessage, { ...message, ...fate, why, openKfId: this.openKfId } as KfMessage);
    }
    await this.mark({ cursor });
    return fresh;
  }

  waiting(): Promise<KfMessage[]> {
    return this.manager.find(KfMessage, { where: { openKfId: this.openKfId, state: 'waiting' }, order: { id: 'ASC' } });
  }

  message(msgid: string): Promise<KfMessage | null> {
    return this.manager.findOneBy(KfMessage, { openKfId: this.openKfId, msgid });
  }

  async end({ id }: KfMessage, state: 'done' | 'dropped', why: string | null = null): Promise<void> {
    await this.manager.update(KfMessage, id, { state, why, content: null });
  }

  /**
   * The customer has written: five messages may be said again. Told once for all that they wrote before we could answer, because the
   * window is that of their last message, not one for each.
   */
  async opened(external: string, saidAt: Date): Promise<void> {
    const known = await this.manager.findOneBy(KfCustomer, { openKfId: this.openKfId, external });
    if (known) await this.manager.update(KfCustomer, known.id, { saidAt, used: 0 });
    else
      await insertRow(this.manager, KfCustomer, {
        openKfId: this.openKfId,
        external,
        saidAt,
        used: 0,
        takenAt: null,
      } as KfCustomer);
  }

  /** Takes one message out of what may be said; false when nothing may be said any more. */
  async take(external: string, now: Date): Promise<boolean> {
    const known = await this.manager.findOneBy(KfCustomer, { openKfId: this.openKfId, external });
    if (!known || known.used >= windowMessages || now.getTime() - known.saidAt.getTime() >= windowMs) return false;
    await this.manager.update(KfCustomer, known.id, { used: known.used + 1 });
    return true;
  }

  /** True once a session: the chat is to be taken by the bot before it answers. */
  async takesChat(external: string, now: Date): Promise<boolean> {
    const known = await this.manager.findOneBy(KfCustomer, { openKfId: this.openKfId, external });
    if (!known || (known.takenAt && now.getTime() - known.takenAt.getTime() < windowMs)) return false;
    await this.manager.update(KfCustomer, known.id, { takenAt: now });
    return true;
  }

  /** Whoever had the chat has ended it: with the next message the bot takes it again. */
  async givenBack(external: string): Promise<void> {
    await this.manager.update(KfCustomer, { openKfId: this.openKfId, external }, { takenAt: null });
  }

  async answer(external: string, inbound: string, answers: readonly NewAnswer[], now: Date): Promise<void> {
    for (const answer of answers) {
      const whose = { openKfId: this.openKfId, external, inbound };
      await insertRow(this.manager, KfAnswer, {
        ...whose,
        ...answer,
        attempts: 0,
        errcode: null,
        dueAt: now,
      } as KfAnswer);
    }
  }

  /** What could not be said comes after the answer, as far as there is room. */
  async revive(external: string, room: number, now: Date): Promise<void> {
    const where = { openKfId: this.openKfId, external, state: 'later' as const };
    const later = await this.manager.find(KfAnswer, { where, order: { id: 'ASC' }, take: Math.max(room, 0) });
    for (const { id } of room > 0 ? later : [])
      await this.manager.update(KfAnswer, id, { state: 'waiting', welcomeCode: null, attempts: 0, dueAt: now });
  }

  /** What may be said to a customer now, in order. Nothing overtakes an answer that waits to be tried again, but a welcome, which has seconds. */
  async due(external: string, now: Date): Promise<KfAnswer[]> {
    const where = { openKfId: this.openKfId, external, state: 'waiting' as const };
    const waiting = await this.manager.find(KfAnswer, { where, order: { id: 'ASC' } });
    const held = waiting.findIndex(({ dueAt }) => dueAt > now);
    return waiting.filter(
      ({ dueAt, welcomeCode }, index) => dueAt <= now && (held === -1 || index < held || welcomeCode !== null),
    );
  }

  /** Those of whose answers one is due; what else waits for them decides whether it is said now. */
  async owed(now: Date): Promise<string[]> {
    const where = { openKfId: this.openKfId, state: 'waiting' as const, dueAt: LessThanOrEqual(now) };
    return [...new Set((await this.manager.findBy(KfAnswer, where)).map(({ external }) => external))];
  }

  /** A welcome that was on its way when the process died is not tried again. */
  async dropWelcomes(): Promise<void> {
    await this.manager.update(
      KfAnswer,
      { openKfId: this.openKfId, state: 'sending' },
      { state: 'failed', content: null },
    );
  }

  async update(
    { id }: KfAnswer,
    changes: Partial<Pick<KfAnswer, 'state' | 'content' | 'errcode' | 'attempts' | 'dueAt' | 'sendId'>>,
  ): Promise<void> {
    await this.manager.update(KfAnswer, id, changes);
  }

  /** The notices that an answer would have told wait again: it was not said. */
  async untold(told: readonly number[]): Promise<void> {
    if (told.length > 0)
      await this.manager.update(Post, { id: In([...told]), state: 'sent' }, { state: 'queued', sentAt: null });
  }

  bySendId(sendId: string): Promise<KfAnswer | null> {
    return this.manager.findOneBy(KfAnswer, { openKfId: this.openKfId, sendId });
  }

  async offer(
    external: string,
    card: string,
    rows: readonly { key: string; press: KfPress }[],
    now: Date,
  ): Promise<void> {
    for (const { key, press } of rows)
      await insertRow(this.manager, KfRow, {
        key,
        external,
        card,
        press,
        tappedBy: null,
        tappedAt: null,
        madeAt: now,
      } as KfRow);
  }

  /** The row behind a tap; null when it was never made, or was made for somebody else. */
  async row(key: string, external: string): Promise<KfRow | null> {
    return this.manager.findOneBy(KfRow, { key, external });
  }

  /** Of one menu, the row that was tapped last. */
  async lastTapped(card: string): Promise<KfRow | null> {
    const rows = (await this.manager.findBy(KfRow, { card })).filter(({ tappedAt }) => tappedAt);
    return (
      rows.toSorted((one, other) => (one.tappedAt?.getTime() ?? 0) - (other.tappedAt?.getTime() ?? 0)).at(-1) ?? null
    );
  }

  /** True when a message did a deed: it stands in a journal. */
  wasDone(messageId: string): Promise<boolean> {
    return this.manager.existsBy(JournalLine, { messageId });
  }

  async tapped({ id }: KfRow, msgid: string, now: Date): Promise<void> {
    await this.manager.update(KfRow, id, { tappedBy: msgid, tappedAt: now });
  }

  /** Longer than WeChat Work keeps its own list, and menus as long as anybody would tap them. */
  async forget(now: Date): Promise<void> {
    const before = (days: number) => LessThan(new Date(now.getTime() - days * dayMs));
    await this.manager.delete(KfMessage, {
      openKfId: this.openKfId,
      state: In(['done', 'dropped']),
      sentAt: before(7),
    });
    await this.manager.delete(KfAnswer, { openKfId: this.openKfId, state: In(['sent', 'failed']), dueAt: before(7) });
    await this.manager.delete(KfAnswer, { openKfId: this.openKfId, state: 'later', dueAt: before(90) });
    // Whether an answer has arrived is known within minutes; until then it may have to be said again.
    const arrived = {
      openKfId: this.openKfId,
      state: 'sent',
      dueAt: LessThan(new Date(now.getTime() - arrivesMs)),
    } as const;
    await this.manager.update(KfAnswer, { ...arrived, content: Not(IsNull()) }, { content: null });
    await this.manager.delete(KfCustomer, { openKfId: this.openKfId, saidAt: before(7) });
    await this.manager.delete(KfRow, { madeAt: before(90) });
  }
}

/** What was said to and by a customer who had themselves erased. How much may be said to them is forgotten by itself, a week later. */
export async function forgetCustomer(manager: Records, external: string): Promise<void> {
  await manager.delete(KfMessage, { external, state: In(['done', 'dropped']) });
  await manager.delete(KfAnswer, { external });
  await manager.delete(KfRow, { external });
}

import type { Place } from './callback.js';
import type { Quotation } from './chat-log.js';
import type { Refusal } from './card-rules.js';

interface Ticket {
  readonly place: Place;
  /** What an answer in a group is shown to quote. */
  readonly quote?: Quotation;
  readonly at: Date;
}

const validMs = 3_600_000;
const most = 5000;

/** The one-time addresses for later answers (docs/wecom-protocol.md 5.6). */
export class Tickets {
  private readonly open = new Map<string, Ticket & { used: boolean }>();

  issue(code: string, ticket: Ticket): void {
    this.open.set(code, { ...ticket, used: false });
    const [oldest] = this.open.keys();
    if (this.open.size > most && oldest !== undefined) this.open.delete(oldest);
  }

  /** The ticket if it is still good. The codes are our guess: what WeChat Work answers here is not documented. */
  look(code: string, now: Date): { ticket: Ticket } | { refusal: Refusal } {
    const ticket = this.open.get(code);
    if (!ticket) return { refusal: { errcode: 846605, errmsg: 'invalid response_code' } };
    if (ticket.used) return { refusal: { errcode: 846605, errmsg: 'response_code has been used' } };
    if (now.getTime() - ticket.at.getTime() > validMs)
      return { refusal: { errcode: 846604, errmsg: 'response_code expired' } };
    return { ticket };
  }

  spend(code: string): void {
    const ticket = this.open.get(code);
    if (ticket) ticket.used = true;
  }
}

/** Task ids the bot has used; each may start one card only (docs/wecom-protocol.md 6.2). */
export class TaskIds {
  private readonly seen = new Set<string>();

  has(id: string | undefined): boolean {
    return id !== undefined && this.seen.has(id);
  }

  /** False when a card with this id was sent before. */
  take(id: string | undefined): boolean {
    if (id === undefined) return true;
    if (this.seen.has(id)) return false;
    this.seen.add(id);
    const [oldest] = this.seen;
    if (this.seen.size > 20_000 && oldest !== undefined) this.seen.delete(oldest);
    return true;
  }
}

import { hourMs } from '../../domain/calendar.js';
import { LessThanOrEqual } from 'typeorm';
import { ChannelUse } from '../notice/channel-use.js';
import type { Records } from '../engine/records.js';

/** Names under which a try is counted, each with how many it may have within an hour. */
type Limits = readonly (readonly [what: string, most: number])[];

/** Wrong codes within an hour: from one member, and in the whole grid. Six digits would be guessed at leisure. */
export const mostWrong = { member: 5, grid: 60 } as const;

/** Guesses at what only some may know, counted by the hour in the record: a restart or a second process begins nothing anew. */
export class Tries {
  constructor(private readonly manager: Records) {}

  /** How many tries of the last hour stand under a name. */
  private async count(what: string, now: Date): Promise<number> {
    await this.manager.delete(ChannelUse, {
      channel: named(what),
      at: LessThanOrEqual(new Date(now.getTime() - hourMs)),
    });
    return this.manager.countBy(ChannelUse, { channel: named(what) });
  }

  /** True when under one of the names as many tries stand as it may have: no further one is looked at. */
  async areSpent(limits: Limits, now: Date): Promise<boolean> {
    for (const [what, most] of limits) if ((await this.count(what, now)) >= most) return true;
    return false;
  }

  /** Counts one try under every name. */
  async add(limits: Limits, now: Date): Promise<void> {
    for (const [what] of limits) await this.manager.insert(ChannelUse, { channel: named(what), at: now });
  }
}

function named(what: string): string {
  return `tries ${what}`;
}

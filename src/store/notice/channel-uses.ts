import { LessThanOrEqual } from 'typeorm';
import { ChannelUse } from './channel-use.js';
import type { Records } from '../engine/records.js';

export interface ChannelBudget {
  readonly perMinute: number;
  readonly perHour: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What has gone out to each conversation in the last hour: the record counts, so a restart does not begin anew. */
export class ChannelUses {
  constructor(private readonly manager: Records) {}

  /** Takes one message out of the budget of a conversation. Null when it may go; otherwise the moment when one may. */
  async take(channel: string, now: Date, { perMinute, perHour }: ChannelBudget): Promise<Date | null> {
    await this.manager.delete(ChannelUse, { channel, at: LessThanOrEqual(new Date(now.getTime() - hourMs)) });
    const newest = await this.manager.find(ChannelUse, {
      where: { channel },
      order: { at: 'DESC', id: 'DESC' },
      take: perHour,
    });
    const inMinute = newest[perMinute - 1]?.at;
    const inHour = newest[perHour - 1]?.at;
    if (inHour) return new Date(inHour.getTime() + hourMs);
    if (inMinute && now.getTime() - inMinute.getTime() < minuteMs) return new Date(inMinute.getTime() + minuteMs);
    await this.manager.insert(ChannelUse, { channel, at: now });
    return null;
  }
}

import { hourMs, minuteMs } from '../../domain/calendar.js';
import { LessThanOrEqual } from 'typeorm';
import { ChannelUse } from './channel-use.js';
import type { Records } from '../engine/records.js';

interface ChannelBudget {
  readonly perMinute: number;
  readonly perHour: number;
}

/** What has gone out to each conversation in the last hour: the record counts, so a restart does not begin anew. */
export class ChannelUses {
  constructor(private readonly manager: Records) {}

  /**
   * Takes what leaves as `count` messages out of the budget of a conversation. Null when it may go; otherwise the moment when it may. What
   * is more than a minute's budget goes when the minute is empty.
   */
  async take(channel: string, now: Date, { perMinute, perHour }: ChannelBudget, count = 1): Promise<Date | null> {
    const many = Math.min(count, perMinute);
    await this.manager.delete(ChannelUse, { channel, at: LessThanOrEqual(new Date(now.getTime() - hourMs)) });
    const newest = await this.manager.find(ChannelUse, {
      where: { channel },
      order: { at: 'DESC', id: 'DESC' },
      take: perHour,
    });
    const inMinute = newest[perMinute - many]?.at;
    const inHour = newest[perHour - many]?.at;
    if (inHour) return new Date(inHour.getTime() + hourMs);
    if (inMinute && now.getTime() - inMinute.getTime() < minuteMs) return new Date(inMinute.getTime() + minuteMs);
    for (let nth = 0; nth < many; nth += 1) await this.manager.insert(ChannelUse, { channel, at: now });
    return null;
  }
}

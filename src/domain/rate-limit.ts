import { minuteMs } from './calendar.js';
interface RateLimitParts {
  /** Messages a minute. */
  readonly perMember: number;
  readonly perGroup: number;
}

/** Counts messages by the minute, so that one hand cannot keep a whole neighbourhood waiting. */
export class RateLimit {
  private minute = 0;
  private counts = new Map<string, number>();

  constructor(private readonly most: RateLimitParts) {}

  /** Who has said too much in this minute: the member, the group, or nobody. */
  tooMany(userid: string, groupId: string | null, now: Date): 'member' | 'group' | null {
    const minute = Math.floor(now.getTime() / minuteMs);
    if (minute !== this.minute) {
      this.minute = minute;
      this.counts = new Map();
    }
    if (this.add(`member ${userid}`) > this.most.perMember) return 'member';
    return groupId !== null && this.add(`group ${groupId}`) > this.most.perGroup ? 'group' : null;
  }

  private add(key: string): number {
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count;
  }
}

import { dayMs, shanghai } from '../calendar.js';

/** How somebody took part in a matter, in their own words' terms: 您3月提的… */
const parts = {
  reported: '报的',
  raised: '提的',
  seconded: '附议的',
  met: '一起商量的',
  objected: '提过意见的',
  voted: '投过票的',
  pledged: '认捐的',
  paid: '出过钱的',
  offered: '出过力的',
  worked: '干过活的',
  inspected: '看过工地的',
  watched: '起监督的',
  suggested: '出过主意的',
  rated: '评过分的',
} as const;

export type Part = keyof typeof parts;

/** The first thing that somebody did in a matter, and when. */
export interface TookPart {
  readonly by: string;
  readonly part: Part;
  readonly at: Date;
}

/** The first part of each who took any. */
export function firstParts(all: readonly TookPart[]): TookPart[] {
  const first = new Map<string, TookPart>();
  for (const one of all) {
    const known = first.get(one.by);
    if (!known || one.at < known.at) first.set(one.by, one);
  }
  return [...first.values()];
}

/** At most one message a week and matter. */
const everyMs = 7 * dayMs;
/** What is older is no news: an earlier version of the program told nobody, and nobody hears of it years later. */
const newsMs = 30 * dayMs;

/** True when somebody is to hear that a matter has come to the state that it is in since `stateSince`. */
export function isNews(
  { stateSince, tookPartAt, toldAt }: { stateSince: Date; tookPartAt: Date; toldAt: Date | null },
  now: Date,
): boolean {
  if (now.getTime() - stateSince.getTime() > newsMs) return false;
  if (toldAt !== null && now.getTime() - toldAt.getTime() < everyMs) return false;
  return stateSince > (toldAt ?? tookPartAt);
}

/** `您3月提的`; the year is said where it is another one. */
export function partWords({ part, at }: Pick<TookPart, 'part' | 'at'>, now: Date): string {
  const [then, today] = [shanghai(at), shanghai(now)];
  return `您${then.year === today.year ? '' : `${then.year}年`}${then.month}月${parts[part]}`;
}

import { periodEnd } from '../periods.js';
import { rulesAt } from '../rules.js';

interface Ended {
  readonly acceptedAt: Date | null;
  readonly settledAt: Date | null;
}

/** Until when households rate what was accepted; null before the acceptance (docs/domain.md 4.1, 15). */
export function ratingEndsAt({ acceptedAt }: Pick<Ended, 'acceptedAt'>): Date | null {
  return acceptedAt && periodEnd(acceptedAt, rulesAt(acceptedAt).ratingDays);
}

/** From when a matter may be archived: its final accounts were on display, and its rating is over (docs/domain.md 5.2). */
export function closesFrom({ settledAt, acceptedAt }: Ended): Date | null {
  const ratedAt = ratingEndsAt({ acceptedAt });
  if (!settledAt || !ratedAt) return null;
  const shownUntil = periodEnd(settledAt, rulesAt(settledAt).finalAccountsDays);
  return shownUntil > ratedAt ? shownUntil : ratedAt;
}

import { dayMs } from '../calendar.js';

/** For so long a household may say of who was newly bound to it that they are none of theirs (docs/domain.md 1.3). */
export const objectionMs = dayMs;

/** To which homes a member is bound. */
interface Bonds {
  readonly userid: string;
  readonly householdId: number | null;
  readonly boundAt: Date | null;
  readonly alsoHouseholdIds: readonly number[] | null;
  readonly alsoBound: readonly { readonly id: number; readonly at: string }[] | null;
}

/** Each home that a member may speak for: the one that they act for now comes first. */
export function homesOf({ householdId, alsoHouseholdIds, alsoBound }: Bonds): number[] {
  const others = [...(alsoHouseholdIds ?? []), ...(alsoBound ?? []).map(({ id }) => id)];
  return [...new Set([...(householdId === null ? [] : [householdId]), ...others])];
}

/** True for somebody who speaks for a home; of one that only the roster gave them beside their own, while the roster names them. */
export function speaksFor(
  bonds: Bonds,
  { id, userids }: { readonly id: number; readonly userids: readonly string[] },
): boolean {
  if (bonds.householdId === id || bonds.alsoBound?.some(other => other.id === id)) return true;
  return bonds.alsoHouseholdIds?.includes(id) === true && userids.includes(bonds.userid);
}

/** True for a home of one's own: the one that the member acts for, and any other that they speak for. */
export function isOwnHome(
  { householdId, others }: { readonly householdId: number | null; readonly others: readonly { readonly id: number }[] },
  id: number,
): boolean {
  return householdId === id || others.some(other => other.id === id);
}

/** True for a home that a member may be partial to: one of their own, or one at which the roster names their account. */
export function isTiedTo(
  member: Parameters<typeof isOwnHome>[0] & { readonly userid: string },
  { id, userids }: { readonly id: number; readonly userids: readonly string[] },
): boolean {
  return isOwnHome(member, id) || userids.includes(member.userid);
}

/** What a member's row says once they are bound to a home too: a guest acts for it, who is bound elsewhere votes for both. */
export function bondWith(bonds: Pick<Bonds, 'householdId' | 'alsoBound'>, id: number, at: Date): Partial<Bonds> {
  if (bonds.householdId === null) return { householdId: id, boundAt: at };
  return { alsoBound: [...(bonds.alsoBound ?? []), { id, at: at.toISOString() }] };
}

/** What a member's row says when they act for another of their homes: the one until now stays theirs. */
export function turnedTo(bonds: Bonds, id: number): Partial<Bonds> {
  const { householdId, boundAt, alsoBound } = bonds;
  const others = (alsoBound ?? []).filter(other => other.id !== id);
  const before = householdId === null ? [] : [{ id: householdId, at: (boundAt ?? new Date(0)).toISOString() }];
  return { householdId: id, boundAt: boundSince(bonds, id) ?? boundAt, alsoBound: [...others, ...before] };
}

/** What a member's row says once bonds with some homes have ended; `left` are the homes that they speak for still. */
export function bondsWithout(bonds: Bonds, ended: readonly number[], left: readonly number[]): Omit<Bonds, 'userid'> {
  const stays = (id: number): boolean => !ended.includes(id);
  const kept = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);
  const [next = null] = bonds.householdId !== null && stays(bonds.householdId) ? [bonds.householdId] : left;
  return {
    householdId: next,
    boundAt: next === null ? null : (boundSince(bonds, next) ?? bonds.boundAt),
    alsoHouseholdIds: kept((bonds.alsoHouseholdIds ?? []).filter(id => stays(id) && id !== next)),
    alsoBound: kept((bonds.alsoBound ?? []).filter(({ id }) => stays(id) && id !== next)),
  };
}

/** Since when a member is bound to a home; null where nobody knows. */
export function boundSince({ householdId, boundAt, alsoBound }: Bonds, id: number): Date | null {
  const also = alsoBound?.find(other => other.id === id);
  return also ? new Date(also.at) : householdId === id ? boundAt : null;
}

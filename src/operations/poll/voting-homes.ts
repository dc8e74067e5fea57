import { maskPlace, placeWords } from '../../domain/masking.js';
import { isWithin } from '../../domain/plan/scope.js';
import { Refusal } from '../../domain/refusal.js';
import type { Household } from '../../store/people/household.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { whichPoll } from './which-poll.js';

/**
 * The households that a member votes for in a household poll: every one that they speak for. One flat, one vote
 * (docs/domain.md 7.12), so where there are several it is asked which. `said` is the number of one of them, or 都.
 */
export async function votingHomes(
  unit: Unit,
  {
    member,
    no,
    said,
    inPrivate,
  }: { member: MemberView; no: number | undefined; said: string | undefined; inPrivate: boolean },
): Promise<readonly (Household | undefined)[]> {
  const { others } = member;
  if (others.length === 0) return [undefined];
  const poll = await whichPoll(unit, no);
  // Owners have one choice for all that they own.
  if (poll.electorate) return [undefined];
  const all = member.household ? [member.household, ...others] : others;
  const homes = all.filter(one => isWithin(poll.scope, one));
  if (homes.length <= 1) return [homes[0]];
  if (said === 'all') return homes;
  const chosen = homes[Number(said) - 1];
  if (chosen) return [chosen];
  const show = inPrivate ? placeWords : maskPlace;
  throw new Refusal('vote.whichHome', { no: poll.no, homes: homes.map(show) });
}

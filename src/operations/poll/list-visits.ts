import { voicesIn } from '../../domain/ballot/count-ballots.js';
import { isSecretary } from '../../domain/permissions.js';
import type { Household } from '../../store/people/household.js';
import type { Poll } from '../../store/poll/poll.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { ensureOpen } from './which-poll.js';

interface Visit {
  readonly home: Household;
  /** The area that this voter's ballot would bring, in 0.01 m². */
  readonly areaCentiM2: number;
}

/**
 * The homes of a leader's buildings whose voter has not voted: the largest area first, since each visit brings one head
 * and the area closes soonest so. Whoever has voted is not in it, whatever they chose (docs/domain.md 7.11, 13.7).
 */
export async function toVisit(
  unit: Unit,
  { poll, member, now }: { poll: Poll; member: MemberView; now: Date },
): Promise<Visit[]> {
  ensureOpen(poll, now);
  const voices = voicesIn(poll, await unit.polls.facts(poll));
  const own = buildingsOf(member);
  const visits: Visit[] = [];
  const listed = new Set<string>();
  for (const home of await unit.members.electors(poll.scope)) {
    if (own && !own.has(home.building)) continue;
    const person = poll.electorate?.find(({ parts }) => parts.includes(home.id));
    if (poll.electorate && !person) continue;
    const voter = person?.key ?? String(home.id);
    // One owner of several units is visited once.
    if (voices.has(voter) || listed.has(voter)) continue;
    listed.add(voter);
    visits.push({ home, areaCentiM2: person?.areaCentiM2 ?? home.areaCentiM2 });
  }
  return poll.electorate ? visits.toSorted((a, b) => b.areaCentiM2 - a.areaCentiM2) : visits;
}

/** The buildings that a member leads; null for roles of the whole grid. */
export function buildingsOf({ roles }: MemberView): Set<string> | null {
  const leading = roles.filter(({ role }) => role === 'building_leader' || role === 'entrance_leader');
  const wide = isSecretary({ roles }) || roles.some(({ role }) => role === 'grid_worker');
  return wide ? null : new Set(leading.flatMap(({ building }) => (building === null ? [] : [building])));
}

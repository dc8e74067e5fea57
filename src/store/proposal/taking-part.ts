import type { Part, TookPart } from '../../domain/proposal/taking-part.js';
import type { Unit } from '../engine/unit.js';
import type { Project } from './project.js';

/** What somebody did, by their number in the grid; or what a household did, of which each member took part. */
type Did = { readonly part: Part; readonly at: Date } & (
  { readonly memberId: number } | { readonly householdId: number }
);

/**
 * Everything by which somebody took part in a matter, from the first word to the rating: by the one who did it, or by the household
 * where it was the household's (money, and votes on paper). Nobody who has left or was erased.
 */
export async function tookPart(unit: Unit, project: Project): Promise<TookPart[]> {
  const members = (await unit.members.all()).filter(({ erasedAt, leftAt }) => !erasedAt && !leftAt);
  const all: TookPart[] = await reporters(unit, project);
  for (const did of [
    ...(await spoke(unit, project)),
    ...(await gave(unit, project)),
    ...(await worked(unit, project)),
  ]) {
    const { part, at } = did;
    const who = members.filter(({ id, householdId }) =>
      'memberId' in did ? id === did.memberId : householdId === did.householdId,
    );
    all.push(...who.map(({ userid }) => ({ by: userid, part, at })));
  }
  return all;
}

async function reporters(unit: Unit, { id }: Project): Promise<TookPart[]> {
  const found: TookPart[] = [];
  for (const report of await unit.reports.ofProject(id))
    for (const { by, at } of await unit.reports.voices(report.id)) found.push({ by, part: 'reported', at });
  return found;
}

/** Who raised, seconded, met, objected, had an idea and voted. */
async function spoke(unit: Unit, { id, proposerId, openedAt }: Project): Promise<Did[]> {
  const found: Did[] = [{ part: 'raised', memberId: proposerId, at: openedAt }];
  for (const { memberId, at } of await unit.projects.supports(id)) found.push({ part: 'seconded', memberId, at });
  for (const meeting of await unit.meetings.ofProject(id))
    for (const { memberId, householdId, at } of await unit.meetings.attendance(meeting.id))
      found.push({ part: 'met', at, ...(memberId === null ? { householdId } : { memberId }) });
  for (const { memberId, at } of await unit.objections.ofProject(id)) found.push({ part: 'objected', memberId, at });
  for (const { memberId, at } of await unit.projects.ideas.ofProject(id))
    found.push({ part: 'suggested', memberId, at });
  for (const poll of await unit.polls.ofProject(id))
    for (const { memberId, householdId, channel, castAt: at } of await unit.polls.ballots(poll.id))
      // Who keyed in a paper ballot did not vote.
      found.push({ part: 'voted', at, ...(channel === null ? { memberId } : { householdId }) });
  return found;
}

/** Who promised, paid, and gave things or work. */
async function gave(unit: Unit, { id }: Project): Promise<Did[]> {
  const found: Did[] = [];
  for (const { kind, householdId, at } of await unit.ledger.entries(id, ['pledge', 'receipt']))
    if (householdId !== null) found.push({ part: kind === 'pledge' ? 'pledged' : 'paid', householdId, at });
  for (const { memberId, at } of await unit.ledger.offers(id)) found.push({ part: 'offered', memberId, at });
  return found;
}

/** Who reported progress, watched over the works, and rated them. */
async function worked(unit: Unit, { id }: Project): Promise<Did[]> {
  const found: Did[] = [];
  for (const { kind, memberId, at } of await unit.works.notes(id))
    if (kind !== 'issue') found.push({ part: kind === 'progress' ? 'worked' : 'inspected', memberId, at });
  const team = await unit.supervision.team(id);
  for (const memberId of team?.memberIds ?? [])
    found.push({ part: 'watched', memberId, at: team?.setAt ?? new Date(0) });
  for (const { memberId, at } of await unit.works.ratings(id)) found.push({ part: 'rated', memberId, at });
  return found;
}

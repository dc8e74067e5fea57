import { strict as assert } from 'node:assert';
import { mostFen } from '../../domain/money.js';
import type { Picture } from '../../domain/picture.js';
import { wholeTitle } from '../../domain/proposal/title.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import { openWords } from '../../language/values/people/open-words.js';
import { namesHidden } from '../people/public-words.js';
import type { Unit } from '../../store/engine/unit.js';
import { withWords } from './keep-issue-photos.js';

interface NewProposal {
  readonly member: MemberView;
  readonly title: string;
  readonly place: string | undefined;
  /** The sentence in which it was raised, where there was one. */
  readonly said?: string | undefined;
  /** What the member thinks it costs, in fen. */
  readonly cost: number | undefined;
  /** What is wrong, sent with the words. */
  readonly pictures?: readonly Picture[];
}

/** Raises a public matter. The proposer's household is the first that seconds it. */
export async function openProposal(
  unit: Unit,
  { member, title, place, said, cost, pictures = [] }: NewProposal,
): Promise<{ project: Project; missing: number; photos: number }> {
  const { now } = unit;
  assert(member.householdId !== null, 'only bound members propose');
  if (cost !== undefined && cost > mostFen) throw new Refusal('amount.tooLarge', { mostFen });
  const { maxOpenIssues, minProposingHouseholds } = rulesAt(now);
  const own = (await unit.projects.inStates(['issue_reported'])).filter(({ proposerId }) => proposerId === member.id);
  if (own.length >= maxOpenIssues) throw new Refusal('project.tooManyOpen', { most: maxOpenIssues });

  const hidden = await namesHidden(unit);
  const project = await unit.projects.keep({
    gridId: unit.grid.id,
    no: await unit.projects.takeNo(),
    title: openWords(wholeTitle(title, place, said), hidden),
    place: place === undefined ? null : openWords(place, hidden),
    proposerId: member.id,
    state: 'issue_reported',
    stateSince: now,
    fundingClass: null,
    costFen: cost ?? null,
    budgetFen: null,
    planText: null,
    planVersion: 0,
    planPublishedAt: null,
    pledgeClosesAt: null,
    percent: 0,
    acceptedAt: null,
    settledAt: null,
    openedAt: now,
  });
  await unit.projects.keepSupport({
    projectId: project.id,
    householdId: member.householdId,
    memberId: member.id,
    at: now,
  });
  const photos = (await withWords(unit, { project, member, pictures })).length;
  unit.journal.add('proposal.open', { facts: { no: project.no, costFen: cost } });
  return { project, missing: minProposingHouseholds - 1, photos };
}

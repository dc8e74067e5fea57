import { dayMs } from '../../domain/calendar.js';
import { Refusal } from '../../domain/refusal.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { publicWords } from '../people/public-words.js';
import { ownProposal } from './own-proposal.js';

/**
 * The proposer puts the title right that the bot cut out of a sentence, within a day and before the issue is a project: whoever
 * seconds later seconds what is written there. The place is told apart from the title and stays,
 * unless it stood in the title and does so no more.
 */
export async function renameProposal(
  unit: Unit,
  { member, no, title }: { member: MemberView; no: number | undefined; title: string },
): Promise<{ project: Project; was: string }> {
  const project = await ownProposal(unit, member, { no, deed: '改名' });
  if (unit.now.getTime() - project.openedAt.getTime() > dayMs)
    throw new Refusal('project.renameLate', { no: project.no });
  const was = project.title;
  const right = await publicWords(unit, title);
  const { place } = project;
  const isMoved = place !== null && was.includes(place) && !right.includes(place);
  await unit.projects.keep(Object.assign(project, { title: right, ...(isMoved && { place: null }) }));
  unit.journal.add('proposal.rename', { facts: { no: project.no, was } });
  await unit.tell('proposal.renamed', { project, was });
  return { project, was };
}

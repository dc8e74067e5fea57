import { type FundingClass, ensureState, fundingClasses } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import { saysNothing } from '../../language/values/evidence-said.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { publicWords } from '../people/public-words.js';

interface Classifying {
  readonly no: number;
  readonly fundingClass: FundingClass;
  /** Why the class is changed; needed once it was set. */
  readonly reason?: string | undefined;
}

/**
 * The secretary selects a seconded topic and sets its funding class. Until the plan is out the class may be changed, with a reason
 * that everybody reads, and not more often than the rules say. The class before is handed back where there was one.
 */
export async function classifyProject(
  unit: Unit,
  { no, fundingClass, reason: said }: Classifying,
): Promise<{ project: Project; before: FundingClass | null }> {
  const { now } = unit;
  const reason = said === undefined ? undefined : await publicWords(unit, said);
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  if (project.state === 'issue_reported') {
    const { length } = await unit.projects.supports(project.id);
    throw new Refusal('support.missing', { no, missing: rulesAt(now).minProposingHouseholds - length });
  }
  ensureState(project, ['topic_proposed', 'topic_selected'], '定分类');
  const before = project.state === 'topic_selected' ? project.fundingClass : null;
  const classChanges = before === null ? null : ensureMayChange(project, { fundingClass, reason, now });
  if (project.state === 'topic_proposed') await unit.projects.moveTo(project, 'topic_selected', now, { fundingClass });
  else await unit.projects.keep(Object.assign(project, { fundingClass, classChanges }));
  const facts = { no, class: fundingClass, ...(before === null ? {} : { before, reason }) };
  unit.journal.add('proposal.classify', { facts });
  if (before !== null) await unit.tell('proposal.reclassified', { project, before, reason: reason ?? '' });
  return { project, before };
}

/** How often it will have been changed; refused without a reason, without a change, and beyond the limit. */
function ensureMayChange(
  { no, fundingClass: before, classChanges }: Project,
  { fundingClass, reason, now }: { fundingClass: FundingClass; reason: string | undefined; now: Date },
): number {
  const said = fundingClasses[fundingClass];
  if (before === fundingClass) throw new Refusal('class.same', { no, class: said });
  const most = rulesAt(now).classChangesMost;
  if ((classChanges ?? 0) >= most) throw new Refusal('class.limit', { no, most });
  if (reason === undefined || saysNothing(reason)) throw new Refusal('class.reason', { no, class: said });
  return (classChanges ?? 0) + 1;
}

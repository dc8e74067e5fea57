import { strict as assert } from 'node:assert';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { award } from '../credit/award-points.js';
import { nextLine } from '../next-steps.js';
import { whichProject } from '../which-project.js';

interface Seconding {
  readonly member: MemberView;
  readonly no: number | undefined;
}

interface Seconded {
  readonly project: Project;
  readonly count: number;
  readonly missing: number;
  /** True when this was the household that made it a topic. */
  readonly becameTopic: boolean;
}

/** A household seconds an issue, once. With enough households the issue becomes a topic (docs/domain.md 4.1). */
export async function supportProposal(unit: Unit, { member, no }: Seconding): Promise<Seconded & { next: string }> {
  const { now } = unit;
  const { householdId } = member;
  assert(householdId !== null, 'only bound members second');
  const states = no === undefined ? (['issue_reported'] as const) : (['issue_reported', 'topic_proposed'] as const);
  const project = await whichProject(unit, { no, states, deed: '附议' });
  const supports = await unit.projects.supports(project.id);
  const own = supports.find(support => support.householdId === householdId);
  if (own) throw new Refusal(own.memberId === project.proposerId ? 'support.own' : 'support.again', { no: project.no });

  const seconded = await addSupport(unit, project, { householdId, memberId: member.id, now });
  const facts = { no: project.no, count: seconded.count };
  unit.journal.add('proposal.support', { facts });
  const next = await nextLine(unit, project, now);
  const { becameTopic, count } = seconded;
  if (becameTopic) await unit.tell('proposal.seconded', { project, count, next });
  return { ...seconded, next };
}

/** Counts a household that has not seconded the issue yet; whoever calls it tells the journal. */
export async function addSupport(
  unit: Unit,
  project: Project,
  { householdId, memberId, now }: { householdId: number; memberId: number; now: Date },
): Promise<Seconded> {
  await unit.projects.keepSupport({ projectId: project.id, householdId, memberId, at: now });
  const count = (await unit.projects.supports(project.id)).length;
  const missing = Math.max(0, rulesAt(now).minProposingHouseholds - count);
  const becameTopic = missing === 0 && project.state === 'issue_reported';
  if (becameTopic) {
    await unit.projects.moveTo(project, 'topic_proposed', now);
    await award(unit, { memberId: project.proposerId, behaviour: 'topic', about: `project:${project.id}`, now });
  }
  return { project, count, missing, becameTopic };
}

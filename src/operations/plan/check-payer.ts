import { dayOf } from '../../domain/calendar.js';
import { ensureState, type ProjectState } from '../../domain/lifecycle.js';
import { type PayerAnswer, payerAnswers, type PayerCheck, resumesIn } from '../../domain/plan/payer-check.js';
import { Refusal } from '../../domain/refusal.js';
import { ensureSays } from '../../language/values/evidence-said.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';

interface Deed {
  readonly member: MemberView;
  readonly no: number;
}

/** To whom, and the last day on which they are to answer. */
interface Referring {
  readonly to: string;
  readonly dueOn: string;
}

/** Before the money is asked for: from the first word to the end of the review. */
const before = [
  'issue_reported',
  'topic_proposed',
  'topic_selected',
  'plan_published',
  'voting',
  'result_published',
  'not_approved',
  'quorum_failed',
  'funding_failed',
  'referred',
] as const;

/**
 * A secretary records who has to pay, and what that rests on. Without it no pledge round opens (docs/domain.md 4.2). Where somebody else has
 * to, the project goes to them, with the day by which they are to answer; while a vote is open it stays where it is.
 */
export async function checkPayer(
  unit: Unit,
  {
    member,
    no,
    answer,
    evidence,
    referring,
  }: Deed & { answer: PayerAnswer; evidence: string; referring: Referring | null },
): Promise<Project> {
  const { now } = unit;
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, before, '登记责任核查');
  ensureSays(evidence, '责任核查的依据');
  const { state, payerCheck: earlier } = project;
  const check: PayerCheck = { answer, evidence, by: member.id, at: now.toISOString() };
  if (payerAnswers[answer].asks) {
    const goesOn = state === 'referred' ? (earlier?.referral?.from ?? 'topic_selected') : state;
    await keepCheck(unit, project, { check, state: goesOn, now });
  } else {
    if (!referring || referring.dueOn <= dayOf(now)) throw new Refusal('referral.unclear', { no });
    const referral = { ...referring, from: earlier?.referral?.from ?? resumesIn(state) };
    const goesOn = state === 'voting' ? state : 'referred';
    await keepCheck(unit, project, { check: { ...check, referral }, state: goesOn, now });
  }
  const facts = { no, answer, ...referring };
  unit.journal.add('project.payer', { facts });
  if (project.state === 'referred' && !payerAnswers[answer].asks) await unit.tell('plan.referred', { project });
  return project;
}

/** Sends a project to somebody else, or gives whom it was sent to another day: only after it was checked that they have to pay. */
export async function refer(unit: Unit, { no, referring }: Deed & { referring: Referring | null }): Promise<Project> {
  const { now } = unit;
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  const { payerCheck: check, state } = project;
  if (!check || payerAnswers[check.answer].asks) throw new Refusal('referral.none', { no });
  ensureState(
    project,
    before.filter(one => one !== 'voting'),
    '转办',
  );
  if (!referring || referring.dueOn <= dayOf(now)) throw new Refusal('referral.unclear', { no });
  const referral = { ...referring, from: check.referral?.from ?? resumesIn(state) };
  await keepCheck(unit, project, { check: { ...check, referral }, state: 'referred', now });
  unit.journal.add('project.refer', { facts: { no, ...referring } });
  await unit.tell('plan.referred', { project });
  return project;
}

/** Whom it was sent to has seen to it: neighbours pay nothing, and nothing is left to do. */
export async function settleReferral(unit: Unit, { no, how }: Deed & { how: string }): Promise<Project> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  if (project.state !== 'referred') throw new Refusal('referral.none', { no });
  await unit.projects.moveTo(project, 'referral_done', unit.now);
  unit.journal.add('project.referred', { facts: { no, how } });
  await unit.tell('plan.referral-done', { project, how });
  return project;
}

async function keepCheck(
  unit: Unit,
  project: Project,
  { check, state, now }: { check: PayerCheck; state: ProjectState; now: Date },
): Promise<void> {
  if (state === project.state) await unit.projects.keep(Object.assign(project, { payerCheck: check }));
  else await unit.projects.moveTo(project, state, now, { payerCheck: check });
}

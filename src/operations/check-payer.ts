import { ensureState } from '../domain/lifecycle.js';
import type { PayerAnswer } from '../domain/payer-check.js';
import { Refusal } from '../domain/refusal.js';
import type { Project } from '../store/entities/project.js';
import type { MemberView } from '../store/members.js';
import type { Unit } from '../store/unit.js';

export interface PayerChecking {
  readonly member: MemberView;
  readonly no: number;
  readonly answer: PayerAnswer;
  readonly evidence: string;
  readonly now: Date;
  readonly messageId: string;
}

/** Before the money is asked for: from the topic to the end of the review. */
const before = [
  'topic_proposed',
  'topic_selected',
  'plan_published',
  'voting',
  'result_published',
  'not_approved',
  'quorum_failed',
  'funding_failed',
] as const;

/** A secretary records who has to pay, and what that rests on. Without it no pledge round opens (domain.md 4.2). */
export async function checkPayer(
  unit: Unit,
  { member, no, answer, evidence, now, messageId }: PayerChecking,
): Promise<Project> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, before, '登记责任核查');
  await unit.projects.keep(
    Object.assign(project, { payerCheck: { answer, evidence, by: member.id, at: now.toISOString() } }),
  );
  unit.journal.add('project.payer', { by: member.userid, at: now, messageId, facts: { no, answer } });
  return project;
}

import { passPostings } from '../../domain/funds/postings.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { topics } from '../../store/notice/topics.js';
import { refundShares } from './pay-refunds.js';
import { whichProject } from '../which-project.js';

/** What is less than this is hardly worth the way to the cashier; its household may leave it to the next project (docs/domain.md 8.6). */
async function smallShares(
  unit: Unit,
  project: Project,
  now: Date,
): Promise<{ householdId: number; amountFen: number }[]> {
  const { smallRefundFen } = rulesAt(now);
  return (await refundShares(unit, project)).filter(({ amountFen }) => amountFen < smallRefundFen);
}

/** A household leaves its share of a surplus, of less than a yuan, to the next project. Only who asks for it does: all else is refunded. */
export async function keepChange(
  unit: Unit,
  { member, no }: { member: MemberView; no: number | undefined },
): Promise<{ project: Project; amountFen: number }> {
  const project = await whichProject(unit, { no, states: ['settlement_published'], deed: '留下零头' });
  const own = (await smallShares(unit, project, unit.now)).find(
    ({ householdId }) => householdId === member.householdId,
  );
  if (!own || project.surplusTo !== null)
    throw new Refusal('change.none', { no: project.no, mostFen: rulesAt(unit.now).smallRefundFen });
  const { householdId, amountFen } = own;
  await unit.ledger.post({
    projectId: project.id,
    kind: 'pass',
    postings: passPostings({ 'cash/residents': amountFen }, amountFen, 'next_project'),
    why: '零头留给下个项目',
    householdId,
  });
  for (const { userid } of await unit.members.boundTo([householdId]))
    await unit.posts.withdraw(topics.change(project), userid);
  unit.journal.add('refund.keep', { facts: { no: project.no, amountFen } });
  return { project, amountFen };
}

/** Households whose share is less than a yuan are asked in private, once, whether they want to leave it; silence means that it is refunded. */
export async function offerToKeepChange(unit: Unit, project: Project): Promise<void> {
  if (project.surplusTo !== null) return;
  await unit.tell('funds.change-left', { project, shares: await smallShares(unit, project, unit.now) });
}

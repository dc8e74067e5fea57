import { movedTo, type Summary, summaryOf } from '../../domain/funds/ledger.js';
import { missingFen } from '../../domain/pledge/pledge-round.js';
import { ensureState } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { release } from './cancel-pledge.js';

/** How a round ended: with enough to collect, or with every promise released. */
export interface RoundEnd {
  readonly project: Project;
  readonly outcome: 'minimum' | 'failed';
  readonly summary: Summary;
  /** What is missing of what residents were asked for, in fen. */
  readonly gapFen: number;
}

/**
 * Ends a pledge round on its last day (domain.md 4.1, 8.2). With the minimum reached it goes on to collecting, and what is missing
 * of the target is named; below it every promise is released and nothing is collected. A round below its minimum in which money
 * has already come in stays open for the secretary to decide.
 */
export async function closePledgeRound(
  unit: Unit,
  { projectId, now }: { projectId: number; now: Date },
): Promise<RoundEnd | null> {
  const project = await unit.projects.byId(projectId);
  if (project?.state !== 'pledging') return null;
  const summary = summaryOf(await unit.ledger.balances(project.id));
  const { toMinimum, toTarget: gapFen } = missingFen(project, summary);
  const { pledgedFen } = summary;
  if (toMinimum === 0) {
    await unit.projects.moveTo(project, 'collecting', now);
    unit.journal.add('pledge.enough', { by: 'clock', at: now, facts: { no: project.no, pledgedFen, gapFen } });
    return { project, outcome: 'minimum', summary, gapFen };
  }
  if (summary.receivedFen > 0 || summary.pendingFen > 0) return null;

  await lapse(unit, { project, by: 'clock', now, messageId: null });
  unit.journal.add('pledge.lapse', { by: 'clock', at: now, facts: { no: project.no, pledgedFen, gapFen } });
  return { project, outcome: 'failed', summary, gapFen };
}

/**
 * A secretary gives a round up whose money falls short, because the plan is to be made smaller: every promise is released, and the
 * plan is published and voted on anew. Never once somebody has paid: then there is somebody to pay back first.
 */
export async function giveUpRound(
  unit: Unit,
  { member, no, now, messageId }: { member: MemberView; no: number; now: Date; messageId: string },
): Promise<RoundEnd> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, ['pledging', 'collecting'], '作罢认筹');
  const summary = summaryOf(await unit.ledger.balances(project.id));
  if (summary.receivedFen > 0 || summary.pendingFen > 0) throw new Refusal('round.collected', { no });
  const { toTarget: gapFen } = missingFen(project, summary);
  if (gapFen === 0) throw new Refusal('gap.none', { no });
  await lapse(unit, { project, by: member.userid, now, messageId });
  const facts = { no, pledgedFen: summary.pledgedFen, gapFen };
  unit.journal.add('pledge.lapse', { by: member.userid, at: now, messageId, facts });
  return { project, outcome: 'failed', summary, gapFen };
}

interface Lapse {
  readonly project: Project;
  readonly by: string;
  readonly now: Date;
  readonly messageId: string | null;
}

async function lapse(unit: Unit, { project, by, now, messageId }: Lapse): Promise<void> {
  for (const { householdId, amountFen } of await standingPledges(unit, project.id))
    await release(unit, { project, householdId, amountFen, by, now, messageId });
  await unit.projects.moveTo(project, 'funding_failed', now);
}

/** What each household promises, in fen; only those that promise something. */
export async function standingPledges(
  unit: Unit,
  projectId: number,
): Promise<{ householdId: number; amountFen: number }[]> {
  const byHousehold = new Map<number, number>();
  for (const entry of await unit.ledger.entries(projectId, ['pledge', 'pledge.cancel'])) {
    if (entry.householdId !== null)
      byHousehold.set(entry.householdId, (byHousehold.get(entry.householdId) ?? 0) + movedTo('promised', [entry]));
  }
  return [...byHousehold].filter(([, fen]) => fen > 0).map(([householdId, amountFen]) => ({ householdId, amountFen }));
}

import type { Source } from '../../domain/funds/ledger.js';
import { summaryOf } from '../../domain/funds/ledger.js';
import type { PlannedSource } from '../../domain/plan/funding-plan.js';
import { ensureState, roundStates } from '../../domain/lifecycle.js';
import { missingFen } from '../../domain/pledge/pledge-round.js';
import { mostFen } from '../../domain/money.js';
import { Refusal } from '../../domain/refusal.js';
import { coverGap } from '../../domain/pledge/shortfall.js';
import type { Project } from '../../store/proposal/project.js';
import { topics } from '../../store/notice/topics.js';
import type { Unit } from '../../store/engine/unit.js';
import { checkFunding } from './check-funding.js';
import { ensureDecided, ensureNamesAll } from '../plan/decision-bounds.js';
import { evidenceOf } from '../plan/plan-funding.js';

interface GapCovering {
  readonly no: number;
  readonly said: readonly { readonly source: Source; readonly amountFen: number; readonly evidence: string | null }[];
}

/**
 * What a pledge round falls short of is charged to a named source that has its evidence (docs/domain.md 6.5, 8.6): the residents' part
 * becomes smaller by it. It never becomes larger by anybody's word.
 */
export async function coverRoundGap(unit: Unit, { no, said }: GapCovering): Promise<{ leftFen: number }> {
  const { now } = unit;
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, roundStates, '补认筹缺口');
  const gapFen = missingFen(project, summaryOf(await unit.ledger.balances(project.id))).toTarget;
  const given: PlannedSource[] = [];
  for (const { source, amountFen, evidence } of said) {
    if (amountFen > mostFen) throw new Refusal('amount.tooLarge', { mostFen });
    given.push({ source, plannedFen: amountFen, evidence: await evidenceOf(unit, { no, source, evidence, now }) });
  }
  const fundingPlan = coverGap(project, given, gapFen);
  await ensureDecided(unit, project, fundingPlan);
  await ensureNamesAll(unit, project, fundingPlan);
  const givenFen = given.reduce((total, { plannedFen }) => total + plannedFen, 0);
  const round = project.round && {
    ...project.round,
    ...(project.round.targetFen === undefined ? {} : { targetFen: project.round.targetFen - givenFen }),
  };
  await unit.projects.keep(Object.assign(project, { fundingPlan, round }));
  const { turn, summary } = await checkFunding(unit, project, now);
  unit.journal.add('pledge.gap', { facts: { no, given } });
  const leftFen = gapFen - givenFen;
  if (leftFen === 0) await unit.posts.withdraw(topics.ways(project));
  await unit.tell('pledge.covered', { project, given, leftFen, summary, turn });
  return { leftFen };
}

/** How much a round falls short now, in fen; of one that failed, what it fell short when it ended. */
export async function gapOf(unit: Unit, no: number): Promise<{ project: Project; gapFen: number }> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, ['pledging', 'collecting', 'funding_failed'], '补认筹缺口');
  if (project.state === 'funding_failed') {
    const lapsed = await unit.journal.ofDeed('pledge.lapse', project.stateSince);
    const gapFen = Number(lapsed.findLast(({ facts }) => facts['no'] === no)?.facts['gapFen'] ?? 0);
    return { project, gapFen: gapFen || (project.budgetFen ?? 0) };
  }
  return { project, gapFen: missingFen(project, summaryOf(await unit.ledger.balances(project.id))).toTarget };
}

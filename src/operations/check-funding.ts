import { type FundingTurn, type Summary, summaryOf, uncoveredFen } from '../domain/ledger.js';
import type { Project } from '../store/entities/project.js';
import type { Unit } from '../store/unit.js';

/**
 * After a pledge, a cancellation or a receipt: covered by promises, the project goes on to collecting; a gap opened again
 * takes it back to pledging; with the whole budget received it is funded. Called before the deed's journal line.
 */
export async function checkFunding(
  unit: Unit,
  project: Project,
  now: Date,
): Promise<{ turn: FundingTurn; summary: Summary }> {
  const summary = summaryOf(await unit.ledger.balances(project.id));
  const budgetFen = project.budgetFen ?? 0;
  const turn = turnOf(project, summary, budgetFen);
  if (turn === 'funded') await unit.projects.moveTo(project, 'funded', now);
  if (turn === 'covered') await unit.projects.moveTo(project, 'collecting', now);
  if (turn === 'uncovered') await unit.projects.moveTo(project, 'pledging', now);
  return { turn, summary };
}

function turnOf({ state }: Project, summary: Summary, budgetFen: number): FundingTurn {
  if (state !== 'pledging' && state !== 'collecting') return 'none';
  if (summary.receivedFen >= budgetFen) return 'funded';
  const isCovered = uncoveredFen(budgetFen, summary) === 0;
  if (state === 'pledging' && isCovered) return 'covered';
  return state === 'collecting' && !isCovered ? 'uncovered' : 'none';
}

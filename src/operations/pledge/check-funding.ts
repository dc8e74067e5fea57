import { type FundingTurn, type Summary, summaryOf } from '../../domain/funds/ledger.js';
import { turnOf } from '../../domain/pledge/pledge-round.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { householdsShort } from './households-short.js';

/**
 * After a pledge, a cancellation or a receipt: covered by promises, the project goes on to collecting; a gap opened again
 * takes it back to pledging; with the whole budget there it is funded. Called before the deed's journal line.
 */
export async function checkFunding(
  unit: Unit,
  project: Project,
  now: Date,
): Promise<{ turn: FundingTurn; summary: Summary }> {
  const summary = summaryOf(await unit.ledger.balances(project.id));
  const turn = turnOf(project, summary, await householdsShort(unit, project));
  if (turn === 'funded') await unit.projects.moveTo(project, 'funded', now);
  if (turn === 'covered') await unit.projects.moveTo(project, 'collecting', now);
  if (turn === 'uncovered') await unit.projects.moveTo(project, 'pledging', now);
  return { turn, summary };
}

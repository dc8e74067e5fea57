import { countBallots } from '../../domain/ballot/count-ballots.js';
import { summaryOf } from '../../domain/funds/ledger.js';
import { yuan } from '../../domain/money.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { meter } from '../board-meter.js';
import type { Html } from '../html.js';

/** What is there of the budget; while a round is on, what is promised. */
export async function moneyBar(unit: Unit, { id, budgetFen, state, round }: Project): Promise<Html | false> {
  if (!budgetFen) return false;
  const { pledgedFen, receivedFen } = summaryOf(await unit.ledger.balances(id));
  if (pledgedFen + receivedFen === 0) return false;
  if (state !== 'pledging') return meter(`实收${yuan(receivedFen)}，预算${yuan(budgetFen)}`, receivedFen, budgetFen);
  // A round asks residents for their part of it.
  const [part, wantedFen] = round?.targetFen ? ['居民部分', round.targetFen] : ['预算', budgetFen];
  return meter(`认捐${yuan(pledgedFen)}，${part}${yuan(wantedFen)}`, pledgedFen, wantedFen);
}

/** While a poll is open only the turnout is told. */
export async function voteBar(unit: Unit, { id }: Project): Promise<Html | false> {
  const poll = (await unit.polls.ofProject(id)).find(({ closedAt }) => closedAt === null);
  if (!poll) return false;
  const { voted, households, area } = countBallots(poll, await unit.polls.facts(poll));
  const word = area ? '人' : '户';
  return meter(`已投${voted}${word}，共${households}${word}`, voted, households);
}

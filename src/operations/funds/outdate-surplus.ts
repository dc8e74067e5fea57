import { summaryOf } from '../../domain/funds/ledger.js';
import { topics } from '../../store/notice/topics.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';

/** With nothing left over, nobody is reminded any more that something is, or asked to leave their part of it. */
export async function outdateSurplus(unit: Unit, project: Project): Promise<void> {
  if (summaryOf(await unit.ledger.balances(project.id)).freeFen !== 0) return;
  for (const topic of [topics.surplus(project), topics.change(project)]) await unit.posts.withdraw(topic);
}

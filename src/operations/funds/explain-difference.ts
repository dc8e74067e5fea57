import { ensureState, spendStates } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import type { Unit } from '../../store/engine/unit.js';

/** The bookkeeper says why a line of the budget, or all of it, came out otherwise; the final accounts tell it (docs/domain.md 9). */
export async function explainDifference(
  unit: Unit,
  {
    no,
    line,
    whole,
    reason,
  }: {
    no: number;
    /** Left out for the budget as a whole, which is kept under the name `whole`. */
    line: string | undefined;
    whole: string;
    reason: string;
  },
): Promise<string> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, spendStates, '说明差额');
  const lines = (project.budgetLines ?? []).map(({ name }) => name);
  if (line !== undefined && !lines.includes(line)) throw new Refusal('earmark.lines', { no, lines });
  const name = line ?? whole;
  await unit.projects.keep(Object.assign(project, { differences: { ...project.differences, [name]: reason } }));
  unit.journal.add('funds.explain', { facts: { no, line: name } });
  return name;
}

import type { Source } from '../../domain/funds/ledger.js';
import { Refusal } from '../../domain/refusal.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';

/**
 * Says that money of a source is only for certain lines of the budget (专款专用, docs/domain.md 8.5 (2)). Refused for lines that the
 * budget does not have, and once money of the source was spent.
 */
export async function earmarkMoney(
  unit: Unit,
  { no, source, said }: { no: number; source: Source; said: string },
): Promise<{ project: Project; lines: string[] }> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  const all = (project.budgetLines ?? []).map(({ name }) => name);
  const lines = said
    .split(/[、，,；;和及\s]+/u)
    .map(name => name.trim())
    .filter(Boolean);
  if (lines.length === 0 || lines.some(name => !all.includes(name)))
    throw new Refusal('earmark.lines', { no, lines: all });
  const entries = await unit.ledger.entries(project.id, ['spend', 'release', 'pass']);
  if (entries.some(({ postings }) => postings.some(({ from }) => from === `cash/${source}`)))
    throw new Refusal('earmark.late', { no });
  const earmarks = { ...project.earmarks, [source]: lines };
  const kept = await unit.projects.keep(Object.assign(project, { earmarks }));
  unit.journal.add('plan.earmark', { facts: { no, source, lines } });
  return { project: kept, lines };
}

import { summaryOf } from '../../domain/funds/ledger.js';
import { closesFrom } from '../../domain/works/closing.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { openOf } from '../funds/what-is-open.js';

/**
 * The projects that can be archived: the final accounts were open to objection long enough, the rating days are over, no money is
 * left, none is kept back for a warranty, and nothing is open.
 */
export async function archivesDue(unit: Unit, now: Date): Promise<Project[]> {
  const due: Project[] = [];
  for (const project of await unit.projects.inStates(['settlement_published'])) {
    const from = closesFrom(project);
    if (!from || now < from) continue;
    // What nobody has fetched stays theirs for years; all else has to be gone (docs/domain.md 4.1: the warranty first, then the archive).
    const { freeFen, retainedFen, pendingFen } = summaryOf(await unit.ledger.balances(project.id));
    const isOpen = freeFen > 0 || retainedFen > 0 || pendingFen > 0;
    if (!isOpen && (await openOf(unit, project, now)).length === 0) due.push(project);
  }
  return due;
}

/** Closes a project for good; it stays readable for ever. */
export async function archiveProject(unit: Unit, project: Project): Promise<void> {
  await unit.projects.moveTo(project, 'closed', unit.now);
  unit.journal.add('project.archive', { facts: { no: project.no } });
  await unit.tell('works.archived', { project });
}

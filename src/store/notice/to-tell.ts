import { isMoneyState, type Owed, owedNotices, type ToTell } from '../../domain/notice/owed-notices.js';
import type { Project } from '../proposal/project.js';
import type { Unit } from '../engine/unit.js';

/** What of a project's record has to be told, and what was. */
export async function toTell(unit: Unit, { id, state }: Project): Promise<ToTell> {
  const hasMoney = isMoneyState(state) || state === 'settlement_published';
  const entries = hasMoney ? await unit.ledger.entries(id) : [];
  const moved = entries.filter(({ postings }) =>
    postings.some(({ from, to }) => from.startsWith('cash/') || to.startsWith('cash/')),
  );
  return {
    notices: await unit.disclosures.ofProject(id),
    spentAt: moved.filter(({ kind }) => kind === 'spend' || kind === 'release').map(({ at }) => at),
    movedAt: moved.map(({ at }) => at),
    reachedAt: (await unit.works.milestones(id)).flatMap(({ doneAt }) => doneAt ?? []),
  };
}

/** The notices that a project owes, from its record as it stands. */
export async function owedBy(unit: Unit, project: Project): Promise<Owed[]> {
  return owedNotices(project, await toTell(unit, project), unit.grid.boardSince);
}

import { openFen } from '../../domain/funds/ledger.js';
import { ensureState, follows, type ProjectState, states } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { surplusOf } from '../funds/pass-surplus.js';
import { fallAway } from '../funds/refuse-spending.js';
import { release } from '../pledge/cancel-pledge.js';
import { publicWords } from '../people/public-words.js';

/** Until it is accepted a project can be given up (docs/domain.md 4.1); a vote and its review come to their end first. */
const cancellable = (Object.keys(states) as ProjectState[]).filter(
  state => follows(state, 'cancelled') && state !== 'voting' && state !== 'result_published',
);

interface Deed {
  readonly no: number;
}

interface Cancelled {
  readonly project: Project;
  /** What goes back to residents, in fen. */
  readonly refundFen: number;
}

/**
 * The community's secretary gives a project up, with a reason: promises that were not paid are released, requests that nobody
 * approved fall away, and what is left of the money is owed back (docs/domain.md 8.6). What was approved is paid first.
 */
export async function cancelProject(
  unit: Unit,
  { no, reason: said }: Deed & { readonly reason: string },
): Promise<Cancelled> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, cancellable, '终止');
  const reason = await publicWords(unit, said);
  const requests = await unit.spending.ofProject(project.id);
  const approved = requests.find(({ state }) => state === 'approved');
  if (approved) throw new Refusal('cancel.approved', { no, request: approved.no });

  for (const { householdId, amountFen } of await unpaidPromises(unit, project.id))
    await release(unit, { project, householdId, amountFen });
  for (const request of requests.filter(({ state }) => state !== 'paid' && state !== 'refused'))
    await fallAway(unit, request, '项目终止');
  await unit.projects.moveTo(project, 'cancelled', unit.now);
  unit.journal.add('project.cancel', { facts: { no, reason } });
  const { residentsFen: refundFen, households } = await surplusOf(unit, project);
  await unit.tell('works.cancelled', { project, reason, refundFen, households });
  return { project, refundFen };
}

/** What each household promised and has not paid, in fen. */
async function unpaidPromises(unit: Unit, projectId: number): Promise<{ householdId: number; amountFen: number }[]> {
  const households = new Set(
    (await unit.ledger.entries(projectId, ['pledge'])).flatMap(({ householdId }) => householdId ?? []),
  );
  const unpaid: { householdId: number; amountFen: number }[] = [];
  for (const householdId of households) {
    const amountFen = openFen(await unit.ledger.standingOf(projectId, householdId));
    if (amountFen > 0) unpaid.push({ householdId, amountFen });
  }
  return unpaid;
}

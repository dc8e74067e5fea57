import { summaryOf } from '../../domain/funds/ledger.js';
import { type ProjectState, spendStates } from '../../domain/lifecycle.js';
import type { WorksStanding } from '../../domain/works/works-steps.js';
import type { Project } from '../../store/proposal/project.js';
import { teamOf } from '../../store/works/team.js';
import type { Unit } from '../../store/engine/unit.js';

const watched: readonly ProjectState[] = [...spendStates, 'settlement_published', 'cancelled'];

/** The works of a matter, as far as they decide on what comes next; before there are any nothing is read. */
export async function worksStanding(unit: Unit, project: Project): Promise<WorksStanding> {
  const { id, percent, state, stateSince } = project;
  const idle = { percent, team: [], signed: [], supervisors: [], findings: [], milestones: [], rated: [] };
  if (!watched.includes(state)) return { ...idle, stoppedBy: null, unaskedFen: 0 };
  const notes = await unit.works.notes(id, 'acceptance');
  const supervisors = await unit.members.withRole('supervisor');
  const everybody = supervisors.length === 0 ? [] : await unit.members.all();
  const findings = await unit.supervision.findings(id);
  const waiting = (await unit.spending.ofProject(id)).filter(request => !['paid', 'refused'].includes(request.state));
  const { freeFen } = summaryOf(await unit.ledger.balances(id));
  return {
    percent,
    team: (await teamOf(unit, id)).map(member => member.id),
    signed: notes.filter(({ at, result }) => at >= stateSince && result === 'pass').map(({ memberId }) => memberId),
    supervisors: everybody.filter(({ userid }) => supervisors.includes(userid)).map(member => member.id),
    findings: findings.flatMap(({ no, state: left, mendedById, text }) =>
      left === 'closed' ? [] : [{ no, state: left, mendedById, text }],
    ),
    milestones: (await unit.works.milestones(id)).filter(({ acceptedAt }) => acceptedAt === null),
    stoppedBy: (await unit.watch.stoppage(id))?.by ?? null,
    rated: (await unit.works.ratings(id)).map(({ householdId }) => householdId),
    unaskedFen: freeFen - waiting.reduce((sum, { amountFen }) => sum + amountFen, 0),
  };
}

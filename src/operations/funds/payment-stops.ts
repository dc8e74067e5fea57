import { ensureNotOwn } from '../../domain/funds/own-interest.js';
import { Refusal } from '../../domain/refusal.js';
import { isTeamSize } from '../../domain/works/team.js';
import type { Project } from '../../store/proposal/project.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import type { MemberView } from '../../store/people/members.js';
import { teamOf } from '../../store/works/team.js';
import type { Unit } from '../../store/engine/unit.js';
import { doerOf, payeeOf } from './own-interest.js';

/** Something that stands in the way of a payment, by a name that a release keeps. */
interface Stop {
  readonly name: string;
  readonly refusal: Refusal;
}

/**
 * What stands in the way of a payment (docs/payments.md): a fault that the team found and has not seen mended, works that stand still,
 * no picture of the voucher. The community's secretary may let one payment go on in spite of them, with a reason, in public.
 */
export async function stopsOf(unit: Unit, { id, no }: Project, request: SpendRequest): Promise<Stop[]> {
  const stops: Stop[] = [];
  const left = (await unit.supervision.findings(id)).filter(({ state }) => state !== 'closed');
  for (const { no: finding } of left)
    stops.push({
      name: `finding:${finding}`,
      refusal: new Refusal('spend.finding', { no, request: request.no, finding }),
    });
  const stoppage = await unit.watch.stoppage(id);
  if (stoppage)
    stops.push({
      name: `stoppage:${stoppage.id}`,
      refusal: new Refusal('spend.stopped', { no, request: request.no, reason: stoppage.reason }),
    });
  if (request.photo === null)
    stops.push({ name: 'voucher', refusal: new Refusal('spend.noVoucher', { request: request.no }) });
  return stops;
}

/** Throws what keeps a payment from being made, unless it was released from just that. Without a team nothing is paid at all. */
export async function ensureGoesOn(unit: Unit, project: Project, request: SpendRequest): Promise<void> {
  const team = await teamOf(unit, project.id);
  if (!isTeamSize(team.length, unit.now)) throw new Refusal('spend.noTeam', { no: project.no, count: team.length });
  await ensureNothingStops(unit, project, request);
}

/** Throws what keeps the money of a request from going out, what is paid or what was kept back of it, unless it was released from just that. */
export async function ensureNothingStops(unit: Unit, project: Project, request: SpendRequest): Promise<void> {
  const stop = (await stopsOf(unit, project, request)).find(({ name }) => !request.despite?.stops.includes(name));
  if (stop) throw stop.refusal;
}

/** The community's secretary lets one payment go on in spite of what stands in its way now, and says why; nobody who asked for it. */
export async function payDespite(
  unit: Unit,
  { member, request: no, reason }: { member: MemberView; request: number; reason: string },
): Promise<SpendRequest> {
  const request = await unit.spending.byNo(no);
  const project = request && (await unit.projects.byId(request.projectId));
  if (!request || !project) throw new Refusal('spend.unknown', { request: no });
  // Of what was paid the voucher can still be lacking: that it will not come is said as openly. So can what was kept back wait.
  const isDone = request.photo !== null && (request.retainedFen === null || request.releasedNo !== null);
  const isOver = request.state === 'refused' || (request.state === 'paid' && isDone);
  if (isOver) throw new Refusal('spend.over', { request: no });
  if (request.askedById === member.id) throw new Refusal('spend.separate', {});
  ensureNotOwn(payeeOf(request), await doerOf(unit, member));
  const stops = await stopsOf(unit, project, request);
  if (stops.length === 0) throw new Refusal('spend.nothingStops', { request: no });
  const before = request.despite?.stops ?? [];
  const despite = {
    stops: [...new Set([...before, ...stops.map(({ name }) => name)])],
    reason,
    byId: member.id,
    at: unit.now.toISOString(),
  };
  await unit.spending.keep(Object.assign(request, { despite }));
  const facts = { no: project.no, request: no, stops: despite.stops };
  unit.journal.add('spend.despite', { facts });
  await unit.tell('funds.despite', { project, request, stops: stops.map(({ name }) => name), reason });
  return request;
}

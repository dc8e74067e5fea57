import { isSecretary } from '../../domain/permissions.js';
import { Refusal } from '../../domain/refusal.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import type { Unit } from '../../store/engine/unit.js';
import { requestStates, type SpendDeed } from './request-spending.js';
import { topics } from '../../store/notice/topics.js';

/**
 * Sends a request back with a reason: the bookkeeper or a secretary, or the handler their own, as long as nothing was paid. What it had taken
 * of its line is free again, and its picture may prove a new request.
 */
export async function refuseSpending(
  unit: Unit,
  { member, request: no, reason }: SpendDeed & { readonly reason: string },
): Promise<SpendRequest> {
  const request = await unit.spending.byNo(no);
  if (!request) throw new Refusal('spend.unknown', { request: no });
  if (request.state === 'paid' || request.state === 'refused')
    throw new Refusal('spend.wrongStep', { request: no, state: requestStates[request.state] });
  const isJudge = isSecretary(member) || member.roles.some(({ role }) => role === 'bookkeeper');
  if (!isJudge && request.askedById !== member.id) throw new Refusal('spend.notYours', { request: no });
  await fallAway(unit, request, reason);
  unit.journal.add('spend.refuse', { facts: { request: no } });
  await unit.tell('funds.refused', { request });
  return request;
}

/** A request that will not be paid any more. */
export async function fallAway(unit: Unit, request: SpendRequest, reason: string): Promise<void> {
  for (const picture of await unit.evidence.usedFor(`spend:${request.no}`)) await unit.evidence.free(picture);
  for (const topic of [topics.spend(request), topics.hold(request)]) await unit.posts.withdraw(topic);
  await unit.spending.keep(Object.assign(request, { state: 'refused', refusedReason: reason }));
}

import type { Picture } from '../../domain/picture.js';
import { Refusal } from '../../domain/refusal.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { evidenceFor } from '../evidence-for.js';

/**
 * Adds the picture of a voucher to a request: until it has one its payment stands in red (docs/domain.md 8.4), and more stand beside the
 * first until it is paid.
 */
export async function addVoucher(
  unit: Unit,
  { member, request: no, pictures }: { member: MemberView; request: number; pictures: readonly Picture[] },
): Promise<SpendRequest> {
  const { now } = unit;
  const request = await unit.spending.byNo(no);
  if (!request) throw new Refusal('spend.unknown', { request: no });
  if (request.photo && (request.state === 'paid' || request.state === 'refused'))
    throw new Refusal('spend.hasVoucher', { request: no });
  const evidence = await evidenceFor(unit, { by: member.userid, pictures, what: '发票或收据', now });
  await unit.evidence.use(evidence, `spend:${no}`);
  if (!request.photo) await unit.spending.keep(Object.assign(request, { photo: evidence.digest }));
  unit.journal.add('spend.voucher', { facts: { request: no, digest: evidence.digest } });
  return request;
}

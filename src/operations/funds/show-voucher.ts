import type { Picture } from '../../domain/picture.js';
import { Refusal } from '../../domain/refusal.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { evidenceFor } from '../evidence-for.js';

/**
 * Puts the picture of a payment's voucher on the notice board: the one that the bookkeeper has just sent, with names, numbers
 * and accounts covered, or the original where the bookkeeper says that there is nothing to cover (docs/domain.md 5.2, 13). Until
 * then no voucher is public; a later picture takes the place of the earlier one.
 */
export async function showVoucher(
  unit: Unit,
  asking: {
    member: MemberView;
    voucher: number;
    /** True where the bookkeeper says that the original needs no covering. */
    whole: boolean;
    pictures: readonly Picture[];
  },
): Promise<SpendRequest> {
  const { member, voucher, whole, pictures } = asking;
  const { now } = unit;
  const request = await unit.spending.byVoucher(voucher);
  if (!request) throw new Refusal('voucher.unknown', { voucher });
  if (whole && !request.photo) throw new Refusal('voucher.owed', { voucher, request: request.no });
  const shownPhoto = whole ? request.photo : await covered(unit, { member, voucher, pictures, now });
  const kept = await unit.spending.keep(Object.assign(request, { shownPhoto }));
  unit.journal.add('voucher.show', { facts: { voucher, photo: shownPhoto, whole } });
  return kept;
}

async function covered(
  unit: Unit,
  { member, voucher, pictures, now }: { member: MemberView; voucher: number; pictures: readonly Picture[]; now: Date },
): Promise<string> {
  const evidence = await evidenceFor(unit, { by: member.userid, pictures, what: '打好码的凭证', now });
  await unit.evidence.use(evidence, `shown:${voucher}`);
  return evidence.digest;
}

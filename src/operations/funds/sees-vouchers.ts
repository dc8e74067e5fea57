import { may } from '../../domain/permissions.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import type { MemberView } from '../../store/people/members.js';
import { isOfTeam } from '../../store/works/team.js';
import type { Unit } from '../../store/engine/unit.js';

/** The pictures of a voucher are seen by whoever asked for the payment, checks, approves, watches over or makes it, and by nobody else until they are shown (docs/domain.md 13). */
export async function seesVouchers(unit: Unit, member: MemberView, request: SpendRequest): Promise<boolean> {
  if (request.askedById === member.id) return true;
  if (may(member, 'spend.check') || may(member, 'spend.approve') || may(member, 'funds.spend')) return true;
  return isOfTeam(unit, request.projectId, member.id);
}

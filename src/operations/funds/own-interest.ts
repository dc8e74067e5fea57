import type { Doer } from '../../domain/funds/own-interest.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import type { MemberView } from '../../store/people/members.js';

/** What may tie a member to who is paid: the own name, the household's, and the roles. */
export function doerOf({ name, household, roles }: MemberView): Doer {
  return { name, kin: household?.owners ?? [], roles: roles.map(({ role }) => role) };
}

/** Who a request pays; its own words where it names nobody. */
export function payeeOf({ payee, purpose }: SpendRequest): string {
  return payee ?? purpose;
}

import type { Doer } from '../../domain/funds/own-interest.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';

/** What may tie a member to who is paid: the own name, those of the own homes and of the near kin that was declared, and the roles. */
export async function doerOf(unit: Unit, { id, name, household, others, roles }: MemberView): Promise<Doer> {
  const homes = household ? [household, ...others] : [];
  const family = homes.length > 0 ? await unit.members.boundTo(homes.map(home => home.id)) : [];
  const declared = await unit.supervision.kinOf(id);
  const kin = declared.length > 0 ? await unit.members.byIds(declared) : [];
  const names = [...homes.flatMap(({ owners }) => owners), ...[...family, ...kin].map(one => one.name)];
  return { name, kin: [...new Set(names)], roles: roles.map(({ role }) => role) };
}

/** Who a request pays; its own words where it names nobody. */
export function payeeOf({ payee, purpose }: SpendRequest): string {
  return payee ?? purpose;
}

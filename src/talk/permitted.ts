import { maskName } from '../domain/masking.js';
import { holdersOf, isRole, may, roles } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import type { MemberView } from '../store/people/members.js';
import type { Unit } from '../store/engine/unit.js';
import type { AnyIntent } from './intent.js';
import { withNext } from './next-steps.js';
import { say } from './refusals/say.js';
import type { Turn } from './turn.js';

export async function refusalWords({ unit, now }: Turn, refusal: Refusal, intent: AnyIntent): Promise<string> {
  if (refusal.code !== 'permission.missing') return withNext(unit, refusal, now);
  const people = await whoMay(unit, intent);
  return say(new Refusal('permission.missing', { deed: '这件事', roles: holdersOf(intent.permission), people }));
}

export function ensurePermitted(intent: AnyIntent, member: MemberView): void {
  if (may(member, intent.permission)) return;
  const holders = holdersOf(intent.permission);
  if (holders.length === 1 && member.householdId === null && may({ householdId: 1, roles: [] }, intent.permission)) {
    throw new Refusal('member.unbound', {});
  }
  throw new Refusal('permission.missing', { deed: '这件事', roles: holders });
}

/** Whose it is, by office and by name as it may be shown: three at most, and nobody of one building only. */
async function whoMay(unit: Unit, { permission }: AnyIntent): Promise<string[]> {
  const people = new Set<string>();
  for (const { userid, role, building } of await unit.members.roles()) {
    if (building !== null || !isRole(role) || !may({ householdId: null, roles: [{ role, building }] }, permission))
      continue;
    const { name } = await unit.members.view(userid);
    if (name !== userid) people.add(`${roles[role]}${maskName(name)}`);
  }
  return [...people].slice(0, 3);
}

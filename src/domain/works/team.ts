import { type RoleId, roles, secretaries } from '../permissions.js';
import { Refusal } from '../refusal.js';
import { rulesAt } from '../rules.js';

/** True for so many as may be a supervision team: at least so many, and an odd number (docs/domain.md 2.1). */
export function isTeamSize(count: number, now: Date): boolean {
  return count >= rulesAt(now).teamLeast && count % 2 === 1;
}

/** So many of a team must sign that the works passed. */
export function acceptanceLeast(team: number, now: Date): number {
  const [part, whole] = rulesAt(now).acceptance;
  return Math.ceil((team * part) / whole);
}

/** Whoever keeps, books or approves the money, or does the works, does not watch over them (docs/domain.md 2.2). */
const conflicting: readonly RoleId[] = ['cashier', 'bookkeeper', ...secretaries, 'contractor'];

export interface Candidate {
  readonly id: number;
  readonly name: string;
  readonly roles: readonly RoleId[];
  readonly kin: readonly number[];
}

/** What somebody does in a project that a supervisor must not do, in words; null where nothing stands against it. */
function conflictOf({ id, roles: held }: Pick<Candidate, 'id' | 'roles'>, leads: readonly number[]): string | null {
  const role = held.find(each => conflicting.includes(each));
  if (role) return roles[role];
  return leads.includes(id) ? '项目负责人或经手人' : null;
}

/** The others of the grid, and who leads the project or has handled its money. */
export interface Around {
  readonly others: readonly Pick<Candidate, 'id' | 'roles'>[];
  readonly leads: readonly number[];
}

/** Why somebody may not watch over a project: a part in it, or near kin of one who has; null where nothing stands against it. */
export function standsAgainst(member: Candidate, { others, leads }: Around): Refusal | null {
  const own = conflictOf(member, leads);
  if (own) return new Refusal('team.conflict', { name: member.name, why: own });
  const isKin = others.some(other => member.kin.includes(other.id) && conflictOf(other, leads) !== null);
  return isKin ? new Refusal('team.kin', { name: member.name }) : null;
}

/** Throws where a team is too small or even, names one twice, or somebody in it has a part in the project or is near kin of one. */
export function ensureTeam(team: readonly Candidate[], around: Around, now: Date): void {
  if (!isTeamSize(new Set(team.map(({ id }) => id)).size, now) || !isTeamSize(team.length, now))
    throw new Refusal('team.size', { count: team.length });
  for (const member of team) {
    const refusal = standsAgainst(member, around);
    if (refusal) throw refusal;
  }
}

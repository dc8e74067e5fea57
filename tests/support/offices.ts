import type { RoleId } from '../../src/domain/permissions.js';
import { sampleResidents, type SampleResident } from '../../src/trial/sample-grid.js';
import type { GridAt } from './works.js';

/** The sample residents who hold a role, in their order. */
export function holding(role: RoleId): SampleResident[] {
  return sampleResidents().filter(({ roles }) => roles.some(held => held.role === role));
}

/** Somebody holds these offices as well, in all buildings. */
export async function alsoHolds(
  grid: GridAt,
  { userid }: { userid: string },
  ...held: readonly RoleId[]
): Promise<void> {
  await grid.inUnit(async unit => {
    const given = { gridId: unit.grid.id, userid, building: null, givenAt: grid.now };
    for (const role of held) await unit.members.giveRole({ ...given, role });
    unit.journal.add('role.give', { by: 'operator', at: grid.now });
  });
}

const first = (role: RoleId): string => holding(role)[0]?.userid ?? '';

/** Who holds the offices of the sample, by userid. */
export const offices = {
  secretary: first('grid_secretary'),
  leader: first('building_leader'),
  cashier: first('cashier'),
  bookkeeper: first('bookkeeper'),
  community: first('community_secretary'),
  supervisors: holding('supervisor').map(({ userid }) => userid),
};

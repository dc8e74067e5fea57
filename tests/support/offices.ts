import type { RoleId } from '../../src/domain/permissions.js';
import { sampleResidents, type SampleResident } from '../../src/trial/sample-grid.js';

/** The sample residents who hold a role, in their order. */
export function holding(role: RoleId): SampleResident[] {
  return sampleResidents().filter(({ roles }) => roles.some(held => held.role === role));
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

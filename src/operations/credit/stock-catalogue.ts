import { rewardDefaults } from '../../domain/credit/reward-defaults.js';
import type { Unit } from '../../store/engine/unit.js';

/**
 * Puts the usual rewards into the catalogue of a grid; what stands there already is left as it is. Returns how many are new.
 *
 * The journal line of the deed that sets up the grid seals them, so this is called before that line is added.
 */
export async function stockCatalogue(unit: Unit): Promise<number> {
  const known = new Set((await unit.credit.rewards()).map(({ item }) => item));
  const missing = rewardDefaults.filter(({ item }) => !known.has(item));
  for (const reward of missing) await unit.credit.keepReward({ ...reward, gridId: unit.grid.id });
  return missing.length;
}

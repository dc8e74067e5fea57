import { startOf, dayMs } from '../../domain/calendar.js';
import { Refusal } from '../../domain/refusal.js';
import type { Reward } from '../../store/credit/reward.js';
import type { Unit } from '../../store/engine/unit.js';

interface Offering {
  readonly item: string;
}

/** A secretary puts something into the catalogue, or changes price, stock and share of what stands there. */
export async function offerReward(
  unit: Unit,
  deed: Offering & { pricePoints: number; stock: number; perQuarter: number; provider: string; until?: Date },
): Promise<Reward> {
  const { item, pricePoints, stock, perQuarter, provider, until } = deed;
  const known = (await unit.credit.rewards()).find(reward => reward.item === item);
  const reward = await unit.credit.keepReward({
    ...(known ?? { gridId: unit.grid.id, item }),
    pricePoints,
    stock,
    perQuarter,
    provider,
    validUntil: until ? new Date(startOf('day', until).getTime() + dayMs) : null,
  });
  unit.journal.add('reward.offer', { facts: { reward: reward.id, stock } });
  return reward;
}

/** Takes something out of the catalogue; what is reserved already is still handed over. */
export async function withdrawReward(unit: Unit, { item }: Offering): Promise<Reward> {
  const rewards = await unit.credit.rewards();
  const known = rewards.find(reward => reward.item === item);
  if (!known) throw new Refusal('reward.unknown', { item, items: rewards.map(reward => reward.item) });
  const reward = await unit.credit.keepReward({ ...known, validUntil: unit.now });
  unit.journal.add('reward.withdraw', { facts: { reward: reward.id } });
  return reward;
}

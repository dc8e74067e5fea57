import { Appeal } from '../../store/credit/appeal.js';
import { PointEntry } from '../../store/credit/point-entry.js';
import { Redemption } from '../../store/credit/redemption.js';
import { ServiceShift } from '../../store/credit/service-shift.js';
import type { Member } from '../../store/people/member.js';
import type { Unit } from '../../store/engine/unit.js';
import { emptyCredit } from './join-credit.js';

/**
 * Two members are proven to be one person: what one of them earned, spent and served stands under the other from now on. What both were
 * rewarded for, once each, was one deed: it counts once (docs/domain.md 10.7).
 */
export async function movePoints(
  unit: Unit,
  { from, to, now }: { readonly from: Member; readonly to: Member; readonly now: Date },
): Promise<void> {
  const held = new Set((await unit.credit.entries(to.id)).map(keyOf));
  const twice = new Set<number | null>();
  for (const entry of await unit.credit.entries(from.id)) {
    const isTwice = entry.points > 0 && held.has(keyOf(entry));
    if (isTwice) twice.add(entry.id);
    if (isTwice || twice.has(entry.reversesId)) continue;
    await unit.rows.keep(PointEntry, Object.assign(entry, { memberId: to.id }));
  }
  const where = { gridId: unit.grid.id, memberId: from.id };
  for (const table of [Redemption, Appeal, ServiceShift])
    for (const row of await unit.manager.findBy<Redemption | Appeal | ServiceShift>(table, where))
      await unit.rows.keep<Redemption | Appeal | ServiceShift>(table, Object.assign(row, { memberId: to.id }));
  // What is left was counted twice.
  await emptyCredit(unit, from, now);
}

function keyOf({ behaviour, about }: PointEntry): string {
  return `${behaviour} ${about}`;
}

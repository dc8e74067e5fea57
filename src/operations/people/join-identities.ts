import { isOutsider } from '../../domain/people/identity.js';
import { Refusal } from '../../domain/refusal.js';
import type { OpenUnit, Unit } from '../../store/engine/unit.js';
import { movePoints } from '../credit/move-points.js';
import type { Member } from '../../store/people/member.js';

interface Joining {
  /** The keys of two persons who were proven to be one. */
  readonly one: string;
  readonly other: string;
  readonly now: Date;
}

/**
 * Two persons are proven to be one (docs/wecom-doors.md 27.1): all their ids lead to the same key from now on. Both deeds' history stays as it
 * was written; a household has one ballot whoever of its members cast it. Who is bound to two different homes is not joined: one of
 * the bonds has to end first. Hands back the key that stays: an account of the company before one from outside, the bound before the other.
 */
export async function joinIdentities(open: OpenUnit, { one, other, now }: Joining): Promise<string> {
  if (one === other) return one;
  const [stays, goes] = (await comesFirst(open, one, other)) ? [one, other] : [other, one];
  // Two accounts of the company are two people.
  if (!isOutsider(goes)) throw new Refusal('identity.twoHomes', {});
  for (const grid of await open.grids.of(goes)) {
    const unit = await open.within(grid);
    await joinWithin(unit, { stays, goes, now });
    unit.journal.add('identity.join', { by: stays, at: now });
  }
  await open.identities.move(goes, stays, now);
  return stays;
}

async function comesFirst(open: OpenUnit, one: string, other: string): Promise<boolean> {
  if (isOutsider(one) !== isOutsider(other)) return isOutsider(other);
  const isBound = async (userid: string): Promise<boolean> => (await open.grids.boundBy(userid)) !== null;
  return (await isBound(one)) || !(await isBound(other));
}

async function joinWithin(unit: Unit, { stays, goes, now }: { stays: string; goes: string; now: Date }): Promise<void> {
  const [kept, left] = [await unit.members.byUserid(stays), await unit.members.byUserid(goes)];
  await unit.personal.hand(goes, stays);
  if (!left) return;
  if (!kept) {
    await unit.members.keep(Object.assign(left, { userid: stays }));
    return;
  }
  if (kept.householdId !== null && left.householdId !== null && kept.householdId !== left.householdId)
    throw new Refusal('identity.twoHomes', {});
  if (kept.householdId === null && left.householdId !== null)
    await unit.members.keep(Object.assign(kept, bondOf(left, kept)));
  else if (left.alsoBound) {
    // Both sit in one home: what either speaks for beside it stays.
    const own = kept.alsoBound ?? [];
    const more = left.alsoBound.filter(({ id }) => !own.some(other => other.id === id));
    await unit.members.keep(Object.assign(kept, { alsoBound: [...own, ...more] }));
  }
  await movePoints(unit, { from: left, to: kept, now });
  if (kept.creditSince === null && left.creditSince !== null)
    await unit.members.keep(Object.assign(kept, { creditSince: left.creditSince }));
  const over = { userid: `joined-${left.id}`, householdId: null, askedHouseholdId: null, bindNo: null, leftAt: now };
  await unit.members.keep(Object.assign(left, over));
}

function bondOf({ householdId, boundAt, alsoBound, name }: Member, kept: Member): Partial<Member> {
  return {
    householdId,
    boundAt,
    alsoBound,
    askedHouseholdId: null,
    name: kept.name === kept.userid ? name : kept.name,
  };
}

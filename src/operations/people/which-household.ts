import { Refusal } from '../../domain/refusal.js';
import type { Household } from '../../store/people/household.js';
import type { Unit } from '../../store/engine/unit.js';

/** An address as it was said. */
export interface Place {
  readonly said: string;
  readonly building?: string | undefined;
  readonly unit?: string | undefined;
  readonly room?: string | undefined;
}

/** The one household of the roster at an address. */
export async function whichHousehold(unit: Unit, { said, building, unit: entrance, room }: Place): Promise<Household> {
  if (building === undefined || room === undefined) throw new Refusal('place.unclear', { said });
  const there = await unit.members.householdsAt({
    building,
    room,
    ...(entrance === undefined ? {} : { unit: entrance }),
  });
  const [only, ...others] = there;
  if (!only) throw new Refusal('member.noHousehold', { building, unit: entrance ?? '', room });
  if (others.length > 0) throw new Refusal('place.unclear', { said });
  return only;
}

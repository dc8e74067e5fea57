import { placeWords } from '../domain/masking.js';
import { Refusal } from '../domain/refusal.js';
import type { Household } from '../store/entities/household.js';
import type { MemberView } from '../store/members.js';
import type { Unit } from '../store/unit.js';

export interface Asking {
  readonly member: MemberView;
  readonly building: number;
  readonly unit: number | undefined;
  readonly room: string | undefined;
  readonly name: string | undefined;
  /** The address may be said back in full only in private. */
  readonly inPrivate: boolean;
  readonly now: Date;
  readonly messageId: string;
}

/**
 * A member says which household is theirs. Where the roster names their account the bond holds at once; otherwise the
 * building leader is asked in private (domain.md 1.3).
 */
export async function askBinding(
  unit: Unit,
  asking: Asking,
): Promise<{ household: Household; isBound: boolean; name: string }> {
  const { member, now, messageId } = asking;
  const household = await matching(unit, asking);
  if (member.household) {
    const place = asking.inPrivate ? placeWords(member.household) : `${member.household.building}号楼的住户`;
    throw new Refusal('member.alreadyBound', { place });
  }
  const name = nameIn(household, asking.name);
  const isBound = household.userids.includes(member.userid);
  const row = (await unit.members.byUserid(member.userid)) ?? { gridId: unit.grid.id, userid: member.userid };
  await unit.members.keep({
    ...row,
    name: name ?? member.name,
    householdId: isBound ? household.id : null,
    askedHouseholdId: isBound ? null : household.id,
    boundAt: isBound ? now : null,
  });
  unit.journal.add(isBound ? 'member.bind' : 'member.ask', {
    by: member.userid,
    at: now,
    messageId,
    facts: { building: household.building },
  });
  if (!isBound) await tellLeaders(unit, { household, userid: member.userid, name: name ?? member.name, now });
  return { household, isBound, name: name ?? member.name };
}

async function matching(unit: Unit, { building, unit: entrance, room, name }: Asking): Promise<Household> {
  const address = {
    building,
    ...(entrance === undefined ? {} : { unit: entrance }),
    ...(room === undefined ? {} : { room }),
  };
  const there = await unit.members.householdsAt(address);
  if (there.length === 0) throw new Refusal('member.noHousehold', { building, unit: entrance ?? 0, room: room ?? '' });
  const fitting = name !== undefined && there.length > 1 ? there.filter(({ owners }) => owners.includes(name)) : there;
  const [only, ...others] = fitting;
  if (!only || others.length > 0) throw new Refusal('member.whichHousehold', { building, candidates: there.length });
  return only;
}

/** A name that was given must stand in the roster; without one, a household with one owner tells it. */
function nameIn(household: Household, name: string | undefined): string | undefined {
  if (name !== undefined && !household.owners.includes(name)) throw new Refusal('member.nameMismatch', { name });
  return name ?? (household.owners.length === 1 ? household.owners[0] : undefined);
}

async function tellLeaders(
  unit: Unit,
  { household, userid, name, now }: { household: Household; userid: string; name: string; now: Date },
): Promise<void> {
  const text = `${name}（${userid}）申请绑定${placeWords(household)}。核对无误请发送：确认绑定 ${userid}`;
  const leaders = await unit.members.withRole('building_leader', household.building);
  const asked = leaders.length > 0 ? leaders : await unit.members.withRole('grid_secretary');
  for (const leader of asked) await unit.posts.toMember(leader, text, now);
}

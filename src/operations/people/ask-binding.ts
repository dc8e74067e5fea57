import { onlyOne } from '../../domain/only-one.js';
import { createHash } from 'node:crypto';
import { buildingWords } from '../../domain/label.js';
import { placeWords } from '../../domain/masking.js';
import { isTiedTo, turnedTo } from '../../domain/people/bond.js';
import { calledBy, isOutsider } from '../../domain/people/identity.js';
import { Refusal } from '../../domain/refusal.js';
import type { Household } from '../../store/people/household.js';
import type { MemberView } from '../../store/people/members.js';
import { Tries } from '../../store/people/tries.js';
import type { Unit } from '../../store/engine/unit.js';
import { topics } from '../../store/notice/topics.js';

interface Asking {
  readonly member: MemberView;
  readonly building: string;
  readonly unit: string | undefined;
  readonly room: string | undefined;
  readonly name: string | undefined;
  /** The address may be said back in full only in private. */
  readonly inPrivate: boolean;
}

/** Guesses at who lives where, within an hour: so many from one member, at one household, and in the whole grid. */
const mostTries = { member: 5, household: 10, grid: 60 } as const;

/**
 * A member says which household is theirs, or another one that is theirs too. Where the roster names their account the bond holds at
 * once; otherwise the building leader is asked in private (docs/domain.md 1.3). Whether the roster knows the name is told to nobody who asks: the answer
 * is the same, and the leader hears what the applicant said and nothing that the roster knows.
 */
export async function askBinding(
  unit: Unit,
  asking: Asking,
): Promise<{ household: Household; isBound: boolean; called: string }> {
  const { member } = asking;
  const { now } = unit;
  const household = await matching(unit, asking);
  if (member.household?.id === household.id) {
    const place = asking.inPrivate ? placeWords(household) : `${buildingWords(household.building)}的住户`;
    throw new Refusal('member.alreadyBound', { place });
  }
  if (member.household && isTiedTo(member, household)) return turnTo(unit, { ...asking, household });
  await ensureFewTries(unit, { member, household, now });
  const isBound = household.userids.includes(member.userid);
  const name = isBound ? (asking.name ?? onlyOwner(household)) : asking.name;
  const row = (await unit.members.byUserid(member.userid)) ?? { gridId: unit.grid.id, userid: member.userid };
  // Who is bound already is known by a name, and goes on acting for the home until now.
  const isFirst = member.household === null || !('boundAt' in row);
  const kept = await unit.members.keep({
    ...row,
    name: isFirst ? (name ?? member.name) : member.name,
    householdId: isFirst ? (isBound ? household.id : null) : row.householdId,
    boundAt: isFirst ? (isBound ? now : null) : row.boundAt,
    askedHouseholdId: isBound ? null : household.id,
    ...(isOutsider(member.userid) && { bindNo: await bindNoFor(unit, 'bindNo' in row ? row.bindNo : null) }),
  });
  unit.journal.add(isBound ? 'member.bind' : 'member.ask', { facts: { building: household.building } });
  await unit.posts.withdraw(topics.asking(kept));
  if (!isBound) await unit.tell('people.asked', { household, member: kept, name });
  return { household, isBound, called: calledBy(kept) };
}

/** The member says for which of their households they speak from now on; what was done for the other one stays. */
async function turnTo(
  unit: Unit,
  { member, household }: Asking & { household: Household },
): Promise<{ household: Household; isBound: boolean; called: string }> {
  const row = await unit.members.byUserid(member.userid);
  if (row) await unit.members.keep(Object.assign(row, turnedTo(row, household.id)));
  const facts = { building: household.building };
  unit.journal.add('member.turn', { facts });
  return { household, isBound: true, called: '' };
}

async function matching(unit: Unit, { building, unit: entrance, room }: Asking): Promise<Household> {
  const address = {
    building,
    ...(entrance === undefined ? {} : { unit: entrance }),
    ...(room === undefined ? {} : { room }),
  };
  const [only, ...others] = await unit.members.householdsAt(address);
  if (!only) throw new Refusal('member.noHousehold', { building, unit: entrance ?? '', room: room ?? '' });
  // No name picks among several: it would tell who lives in the building.
  if (others.length > 0) throw new Refusal('member.whichHousehold', { building, candidates: others.length + 1 });
  return only;
}

/** Counts the try, and refuses the sixth. Whoever was refused has told nothing and is told nothing. */
async function ensureFewTries(
  unit: Unit,
  { member, household, now }: { member: MemberView; household: Household; now: Date },
): Promise<void> {
  const tries = new Tries(unit.manager);
  const grid = unit.grid.id;
  const counted = [
    [`binding ${grid} ${member.userid}`, mostTries.member],
    [`binding ${grid} #${household.id}`, mostTries.household],
    [`binding ${grid}`, mostTries.grid],
  ] as const;
  if (await tries.areSpent(counted, now)) throw new Refusal('member.tooManyTries', {});
  await tries.add(counted, now);
}

/** The number stays the same from request to request, so that what a leader was told goes on being true. */
export async function bindNoFor(unit: Unit, known: number | null): Promise<number> {
  const from = createHash('sha256').update(unit.messageId).digest().readUInt32BE(0);
  return known ?? unit.members.freeBindNo(from);
}

function onlyOwner({ owners }: Household): string | undefined {
  return onlyOne(owners);
}

import { placeWords } from '../../domain/masking.js';
import { bondWith, isOwnHome } from '../../domain/people/bond.js';
import { codeFrom } from '../../domain/people/household-code.js';
import { isOutsider } from '../../domain/people/identity.js';
import { Refusal } from '../../domain/refusal.js';
import type { Unit } from '../../store/engine/unit.js';
import { topics } from '../../store/notice/topics.js';
import type { Household } from '../../store/people/household.js';
import type { Member } from '../../store/people/member.js';
import type { MemberView } from '../../store/people/members.js';
import { mostWrong, Tries } from '../../store/people/tries.js';
import { bindNoFor } from './ask-binding.js';
import { reaches } from './confirm-binding.js';
import { type Place, whichHousehold } from './which-household.js';

interface Deed {
  readonly member: MemberView;
}

/** The households of a building whose cards somebody may print: who confirms bonds there, prints the codes that make them. */
export async function householdsForCards(unit: Unit, member: MemberView, building: string): Promise<Household[]> {
  const households = (await unit.members.present()).filter(home => home.building === building);
  const [first] = households;
  if (!first) throw new Refusal('member.noHousehold', { building, unit: '', room: '' });
  if (!reaches(member, first)) throw new Refusal('permission.otherBuilding', { building });
  return households;
}

/**
 * New codes for the cards of a building's households (docs/wecom-doors.md 27.2). They are seen once, on the printed sheet; the codes of
 * earlier cards open nothing any more.
 */
export async function printCodes(
  unit: Unit,
  { member, building, random }: Deed & { building: string; random: (bytes: number) => Buffer },
): Promise<{ household: Household; code: string }[]> {
  const { now } = unit;
  const cards: { household: Household; code: string }[] = [];
  for (const household of await householdsForCards(unit, member, building)) {
    const code = codeFrom(random(12));
    await unit.householdCodes.put({ householdId: household.id, code, byId: member.id, now });
    cards.push({ household, code });
  }
  const facts = { building, cards: cards.length };
  unit.journal.add('member.cards', { facts });
  return cards;
}

/** Takes the code of one household back: its card was lost, or the family moved. Who is bound by it stays bound. */
export async function revokeCode(unit: Unit, { member, place }: Deed & { place: Place }): Promise<Household> {
  const household = await whichHousehold(unit, place);
  if (!reaches(member, household)) throw new Refusal('permission.otherBuilding', { building: household.building });
  if (!(await unit.householdCodes.revoke(household.id))) throw new Refusal('member.noCode', {});
  const facts = { building: household.building };
  unit.journal.add('member.revoke', { facts });
  return household;
}

/** The household that a code opens; null for a wrong one, which is counted, and for every one after five wrong ones in an hour. */
export async function householdOfCode(
  unit: Unit,
  { member, code, now }: { member: MemberView; code: string; now: Date },
): Promise<Household | null> {
  const tries = new Tries(unit.manager);
  const counted = [
    [`household code ${unit.grid.id} ${member.userid}`, mostWrong.member],
    [`household code ${unit.grid.id}`, mostWrong.grid],
  ] as const;
  if (await tries.areSpent(counted, now)) throw new Refusal('member.tooManyTries', {});
  const opened = await unit.householdCodes.opens(code, now);
  const household = opened && (await unit.members.household(opened.householdId));
  if (household && household.leftAt === null) {
    // Who printed the cards has seen all their codes: they bind others, as the word of who confirms does.
    if (opened.byId === member.id) throw new Refusal('member.confirmsSelf', {});
    return household;
  }
  await tries.add(counted, now);
  return null;
}

/** Binds whoever holds a household's card. Its other members and the leader hear of it, and the household can object within a day. */
export async function bindByCode(unit: Unit, { member, household }: Deed & { household: Household }): Promise<Member> {
  if (isOwnHome(member, household.id)) throw new Refusal('member.alreadyBound', { place: placeWords(household) });
  const others = await unit.members.speakingFor(household);
  const guest = { gridId: unit.grid.id, userid: member.userid, name: member.name, householdId: null, alsoBound: null };
  const row = (await unit.members.byUserid(member.userid)) ?? { ...guest, bindNo: null };
  const bindNo = isOutsider(member.userid) ? await bindNoFor(unit, row.bindNo) : null;
  const bound = await unit.members.keep({
    ...row,
    ...bondWith(row, household.id, unit.now),
    askedHouseholdId: null,
    bindNo,
  });
  await unit.posts.withdraw(topics.asking(bound));
  const facts = { building: household.building, by: 'code' };
  unit.journal.add('member.bind', { facts });
  await unit.tell('people.came-by-code', { household, bound, others });
  return bound;
}

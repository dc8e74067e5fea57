import { strict as assert } from 'node:assert';
import { In, IsNull, Not } from 'typeorm';
import { isHome } from '../../domain/poll/electorate.js';
import { byPlace } from '../../domain/label.js';
import { type Scope, isWithin } from '../../domain/plan/scope.js';
import { homesOf, speaksFor } from '../../domain/people/bond.js';
import { isOutsider, nameless } from '../../domain/people/identity.js';
import type { RoleId } from '../../domain/permissions.js';
import { Refusal } from '../../domain/refusal.js';
import { GroupChat } from './group-chat.js';
import { Household } from './household.js';
import { Member } from './member.js';
import { Role } from './role.js';
import type { New, Rows } from '../engine/rows.js';

/** A member as intents and operations meet them: with household and roles. */
export interface MemberView {
  readonly id: number;
  readonly userid: string;
  readonly name: string;
  readonly householdId: number | null;
  readonly household: Household | null;
  /** Other homes that they vote for, and may turn to (docs/domain.md 7.12). */
  readonly others: readonly Household[];
  readonly roles: readonly { readonly role: RoleId; readonly building: string | null }[];
}

/** The household of a member; whose household has gone over to another grid is a guest here. */
const homeOf = (member: Member | null): number | null =>
  member?.leftAt === null && member.householdId ? member.householdId : null;

interface Known {
  readonly member: Member | null;
  readonly household: Household | null;
  readonly others: readonly Household[];
  readonly roles: readonly Role[];
}

function viewOf(userid: string, { member, household, others, roles }: Known): MemberView {
  const isOutside = isOutsider(userid);
  return {
    id: member?.id ?? 0,
    userid,
    name: member?.name ?? (isOutside ? nameless : userid),
    householdId: household?.id ?? null,
    household,
    others,
    roles: isOutside
      ? []
      : [
          ...roles.map(({ role, building }) => ({ role: role as RoleId, building })),
          // Who watches over one project has the words of a supervisor; each deed asks whether it is this project.
          ...((member?.teams ?? 0) > 0 ? [{ role: 'supervisor' as const, building: null }] : []),
        ],
  };
}

export class Members {
  constructor(private readonly rows: Rows) {}

  /** The member as the grid knows them; a stranger becomes a guest in the record only when they ask to be bound. */
  async view(userid: string): Promise<MemberView> {
    const { manager, gridId } = this.rows;
    const member = await this.byUserid(userid);
    const home = homeOf(member);
    const household = home === null ? null : await manager.findOneBy(Household, { id: home, gridId });
    const others = member && household ? await this.otherHomes(member) : [];
    const roles = isOutsider(userid) ? [] : await manager.findBy(Role, { gridId, userid, endedAt: IsNull() });
    return viewOf(userid, { member, household, others, roles });
  }

  /** Several people at once, in the order in which they are named. */
  async views(userids: readonly string[]): Promise<MemberView[]> {
    const { manager, gridId } = this.rows;
    const named = In([...userids]);
    const members = new Map((await manager.findBy(Member, { gridId, userid: named })).map(one => [one.userid, one]));
    const homes = [...members.values()].map(homeOf).filter(home => home !== null);
    const households = new Map(
      (await manager.findBy(Household, { gridId, id: In(homes) })).map(home => [home.id, home]),
    );
    const roles = await manager.findBy(Role, { gridId, userid: named, endedAt: IsNull() });
    const views: MemberView[] = [];
    for (const userid of userids) {
      const member = members.get(userid) ?? null;
      const household = households.get(homeOf(member) ?? 0) ?? null;
      const others = member && household ? await this.otherHomes(member) : [];
      views.push(viewOf(userid, { member, household, others, roles: roles.filter(role => role.userid === userid) }));
    }
    return views;
  }

  /** The homes that a member speaks for beside the one that they act for now. */
  async otherHomes(member: Member): Promise<Household[]> {
    const found: Household[] = [];
    for (const id of homesOf(member)) {
      const home = id === member.householdId ? null : await this.household(id);
      if (home?.leftAt === null && speaksFor(member, home)) found.push(home);
    }
    return found;
  }

  /** Whoever speaks for a home, also those who act for another one now. */
  async speakingFor(home: Household): Promise<Member[]> {
    return this.speakers([home]);
  }

  byUserid(userid: string): Promise<Member | null> {
    return this.rows.manager.findOneBy(Member, { gridId: this.rows.gridId, userid });
  }

  /**
   * Whose bond is meant by what others call it: an account, or the number that came with the request of somebody from outside. Null where
   * it is nobody's, or could be two people's.
   */
  async called(said: string): Promise<Member | null> {
    const { manager, gridId } = this.rows;
    const numbered = /^\d{4}$/u.test(said) ? await manager.findOneBy(Member, { gridId, bindNo: Number(said) }) : null;
    const named = isOutsider(said) ? null : await this.byUserid(said);
    return numbered && named ? null : (numbered ?? named);
  }

  /** A number of four digits that stands for nobody's bond yet, from a place to begin looking at. */
  async freeBindNo(from: number): Promise<number> {
    const taken = new Set((await this.all()).map(({ bindNo }) => bindNo));
    const numbers = Array.from({ length: 9000 }, (_, step) => 1000 + ((from + step) % 9000));
    const free = numbers.find(no => !taken.has(no));
    assert(free !== undefined, 'all numbers for bonds are taken');
    return free;
  }

  async byId(id: number): Promise<Member | null> {
    return this.rows.manager.findOneBy(Member, { gridId: this.rows.gridId, id });
  }

  async byIds(ids: readonly number[]): Promise<Member[]> {
    return this.rows.manager.findBy(Member, { gridId: this.rows.gridId, id: In([...ids]) });
  }

  /** Whoever speaks for one of these homes, also those who act for another one now. */
  async boundTo(householdIds: readonly number[]): Promise<Member[]> {
    return this.speakers(await this.homesWith(householdIds));
  }

  /** Of each of these homes whoever speaks for it, also those who act for another one now. */
  async boundByHome(householdIds: readonly number[]): Promise<ReadonlyMap<number, readonly Member[]>> {
    const homes = await this.homesWith(householdIds);
    const members = await this.speakers(homes);
    return new Map(homes.map(home => [home.id, members.filter(member => speaksFor(member, home))]));
  }

  private async homesWith(ids: readonly number[]): Promise<Household[]> {
    if (ids.length === 0) return [];
    return this.rows.manager.findBy(Household, { gridId: this.rows.gridId, id: In([...ids]) });
  }

  /** Whoever speaks for one of these homes. Who acts for one is asked for by it; other bonds are read in the row. */
  private async speakers(homes: readonly Household[]): Promise<Member[]> {
    if (homes.length === 0) return [];
    const bound = { gridId: this.rows.gridId, householdId: Not(IsNull()), leftAt: IsNull() };
    const members = await this.rows.manager.find(Member, {
      where: [
        { ...bound, householdId: In(homes.map(({ id }) => id)) },
        { ...bound, alsoHouseholdIds: Not(IsNull()) },
        { ...bound, alsoBound: Not(IsNull()) },
      ],
      order: { id: 'ASC' },
    });
    return members.filter(member => homes.some(home => speaksFor(member, home)));
  }

  /** Whoever acts for one of these homes now. */
  async actingFor(householdIds: readonly number[]): Promise<Member[]> {
    return this.rows.manager.findBy(Member, {
      gridId: this.rows.gridId,
      householdId: In([...householdIds]),
      leftAt: IsNull(),
    });
  }

  async allBound(): Promise<Member[]> {
    return this.rows.manager.find(Member, {
      where: { gridId: this.rows.gridId, householdId: Not(IsNull()), leftAt: IsNull() },
      order: { id: 'ASC' },
    });
  }

  async all(): Promise<Member[]> {
    return this.rows.manager.find(Member, { where: { gridId: this.rows.gridId }, order: { id: 'ASC' } });
  }

  /** The group of this grid; the first one where there are several. */
  async chatId(): Promise<string | null> {
    const [chat] = await this.rows.manager.find(GroupChat, {
      where: { gridId: this.rows.gridId },
      order: { id: 'ASC' },
      take: 1,
    });
    return chat?.chatId ?? null;
  }

  async knowsChat(chatId: string): Promise<boolean> {
    return this.rows.manager.existsBy(GroupChat, { gridId: this.rows.gridId, chatId });
  }

  async bindChat(chatId: string, boundAt: Date): Promise<GroupChat> {
    return this.rows.keep(GroupChat, { gridId: this.rows.gridId, chatId, boundAt });
  }

  async keep(member: New<Member> | Member): Promise<Member> {
    return this.rows.keep(Member, member);
  }

  /** Whoever holds one of the roles, each once. */
  async withAnyRole(roles: readonly RoleId[]): Promise<string[]> {
    const found = new Set<string>();
    for (const role of roles) for (const userid of await this.withRole(role)) found.add(userid);
    return [...found];
  }

  /** The userids that hold a role, the leader of one building where `building` is given. */
  async withRole(role: RoleId, building?: string): Promise<string[]> {
    const found = await this.rows.manager.find(Role, {
      where: { gridId: this.rows.gridId, role, endedAt: IsNull() },
      order: { id: 'ASC' },
    });
    return found
      .filter(held => building === undefined || held.building === null || held.building === building)
      .map(held => held.userid);
  }

  /** The roles that are held now. */
  async roles(): Promise<Role[]> {
    const where = { gridId: this.rows.gridId, endedAt: IsNull() };
    return this.rows.manager.find(Role, { where, order: { id: 'ASC' } });
  }

  /** Roles are for members of the company: only they are known by an account that somebody answers for. */
  async giveRole(role: New<Role>): Promise<Role> {
    if (isOutsider(role.userid)) throw new Refusal('role.membersOnly', {});
    return this.rows.keep(Role, role);
  }

  async endRole(role: Role, endedAt: Date): Promise<Role> {
    return this.rows.keep(Role, Object.assign(role, { endedAt }));
  }

  async householdCount(): Promise<number> {
    return this.rows.manager.countBy(Household, { gridId: this.rows.gridId, leftAt: IsNull() });
  }

  /** The households that live here now. */
  async present(): Promise<Household[]> {
    return (await this.households()).filter(({ leftAt }) => leftAt === null);
  }

  /** All households that live or lived here: what they decided and paid stays with their rows. */
  async households(): Promise<Household[]> {
    const all = await this.rows.manager.find(Household, { where: { gridId: this.rows.gridId }, order: { id: 'ASC' } });
    return all.toSorted(byPlace);
  }

  /** The homes whose households vote on what is decided within a scope. */
  async electors(scope: Scope | null): Promise<Household[]> {
    return (await this.present()).filter(household => isHome(household) && isWithin(scope, household));
  }

  async household(id: number): Promise<Household | null> {
    return this.rows.manager.findOneBy(Household, { gridId: this.rows.gridId, id });
  }

  /** Households that fit what is known of an address: the building alone, or the entrance and the room too. */
  async householdsAt({ room, ...place }: { building: string; unit?: string; room?: string }): Promise<Household[]> {
    const { gridId } = this.rows;
    const there = await this.rows.manager.findBy(Household, { gridId, leftAt: IsNull(), ...place });
    const exact = there.filter(household => room === undefined || household.room === room);
    // Who says 101 may mean the door on which 0101 is written.
    const bare = (label: string): string => label.replace(/^0+(?=\d)/u, '');
    return exact.length > 0 ? exact : there.filter(household => bare(household.room) === bare(room ?? ''));
  }

  async keepHousehold(household: New<Household> | Household): Promise<Household> {
    return this.rows.keep(Household, household);
  }
}

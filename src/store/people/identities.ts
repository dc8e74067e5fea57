import { IsNull, LessThan, MoreThan } from 'typeorm';
import { dayMs } from '../../domain/calendar.js';
import { type DoorId, type IdentityKind, outsiderKey } from '../../domain/people/identity.js';
import { DoorLink, type LinkPurpose } from './door-link.js';
import { Identity } from './identity.js';
import { Person } from './person.js';
import { forgetCustomer } from '../notice/kf-desk.js';
import type { Records } from '../engine/records.js';
import { insertRow } from '../engine/rows.js';
import { secretDigest } from '../engine/secret-digest.js';

/**
 * Who stands behind the ids of the doors. A person is known by one key; an id is added to it by proof only, never by name, nickname,
 * room or phone (docs/wecom-doors.md 27.1). The ids themselves leave this table for one purpose: to say something to the person.
 */
export class Identities {
  constructor(private readonly manager: Records) {}

  /** The key of the person behind an id; null: a stranger. */
  async who({ corpId, kind, value }: DoorId): Promise<string | null> {
    return (await this.manager.findOneBy(Identity, { corpId, kind, value }))?.userid ?? null;
  }

  /** The key of the person behind an id; a stranger is given one of their own. `random` are 12 bytes of chance. */
  async meet(door: DoorId, { now, random }: { now: Date; random: Buffer }): Promise<string> {
    const { corpId, kind, value } = door;
    const known = await this.manager.findOneBy(Identity, { corpId, kind, value });
    if (!known) {
      const userid = outsiderKey(random);
      await insertRow(this.manager, Person, { userid, gridId: null, createdAt: now, erasedAt: null } as Person);
      await this.add(userid, door, { proof: 'first', now });
      return userid;
    }
    // Once a day is enough to know whether somebody still comes.
    if (now.getTime() - (known.lastSeenAt?.getTime() ?? 0) >= dayMs || known.unreachableAt !== null)
      await this.manager.update(Identity, known.id, { lastSeenAt: now, unreachableAt: null });
    return known.userid;
  }

  /** One more id of a person, proven to be theirs. */
  async add(userid: string, door: DoorId, { proof, now }: { proof: string; now: Date }): Promise<void> {
    const row = { ...door, userid, proof, provenAt: now, lastSeenAt: now, unreachableAt: null };
    await insertRow(this.manager, Identity, row as Identity);
  }

  /** The id by which something can be said to a person at a door; null where there is none, or where it reaches nobody any more. */
  async reached(userid: string, kind: IdentityKind): Promise<string | null> {
    const found = await this.manager.findBy(Identity, { userid, kind, unreachableAt: IsNull() });
    return found.at(-1)?.value ?? null;
  }

  /** Nothing reaches the person by this id any more, until they come again. */
  async lost({ corpId, kind, value }: DoorId, now: Date): Promise<void> {
    await this.manager.update(Identity, { corpId, kind, value }, { unreachableAt: now });
  }

  of(userid: string): Promise<Identity[]> {
    return this.manager.find(Identity, { where: { userid }, order: { id: 'ASC' } });
  }

  person(userid: string): Promise<Person | null> {
    return this.manager.findOneBy(Person, { userid });
  }

  /** Which grid a person came for, by the card or link that they came by. */
  async cameFor(userid: string, gridId: number): Promise<void> {
    await this.manager.update(Person, { userid }, { gridId });
  }

  /** All ids of one person become another's, who is proven to be the same. */
  async move(from: string, to: string, now: Date): Promise<void> {
    if (!(await this.person(to)))
      await insertRow(this.manager, Person, { userid: to, gridId: null, createdAt: now, erasedAt: null } as Person);
    await this.manager.update(Identity, { userid: from }, { userid: to });
    await this.manager.delete(DoorLink, { userid: from });
    await this.manager.delete(Person, { userid: from });
  }

  /** Deletes the ids and links of a person who had themselves erased; a tombstone stays. */
  async forget(userid: string, tombstone: string, now: Date): Promise<void> {
    for (const { kind, value } of await this.of(userid))
      if (kind === 'external') await forgetCustomer(this.manager, value);
    await this.manager.delete(Identity, { userid });
    await this.manager.delete(DoorLink, { userid });
    await this.manager.update(Person, { userid }, { userid: tombstone, gridId: null, erasedAt: now });
  }

  /** Keeps a code that leads once from one door to another; what is over is forgotten. */
  async offer(given: {
    purpose: LinkPurpose;
    userid: string;
    gridId: number | null;
    about?: string | null;
    secret: string;
    now: Date;
    expiresAt: Date;
  }): Promise<void> {
    const { purpose, userid, gridId, about = null, secret, now, expiresAt } = given;
    await this.manager.delete(DoorLink, { expiresAt: LessThan(now) });
    const row = { digest: secretDigest(secret), purpose, userid, gridId, about, expiresAt, usedAt: null };
    await insertRow(this.manager, DoorLink, row as DoorLink);
  }

  /** The link behind a code that was not used and is not over; null for any other. */
  async link(secret: string, purpose: LinkPurpose, now: Date): Promise<DoorLink | null> {
    const where = { digest: secretDigest(secret), purpose, expiresAt: MoreThan(now), usedAt: IsNull() };
    return this.manager.findOneBy(DoorLink, where);
  }

  /** The home that somebody is to be asked about when they come. */
  async hinted(userid: string, gridId: number, now: Date): Promise<DoorLink | null> {
    const where = { userid, gridId, purpose: 'bind' as const, expiresAt: MoreThan(now), usedAt: IsNull() };
    return this.manager.findOneBy(DoorLink, where);
  }

  /** Takes back the links of a purpose that a person was given. */
  async takeBack(userid: string, purpose: LinkPurpose): Promise<void> {
    await this.manager.delete(DoorLink, { userid, purpose });
  }

  /** Spends a link. False when somebody else was faster. */
  async spend({ id }: DoorLink, now: Date): Promise<boolean> {
    return (await this.manager.update(DoorLink, { id, usedAt: IsNull() }, { usedAt: now })).affected === 1;
  }
}

import { strict as assert } from 'node:assert';
import { onlyOne } from '../../domain/only-one.js';
import { dayOf } from '../../domain/calendar.js';
import { type Ownership, type ShareDestination, type Terms } from '../../domain/market/market.js';
import { may } from '../../domain/permissions.js';
import { Refusal } from '../../domain/refusal.js';
import type { MarketAgreement } from '../../store/market/market-agreement.js';
import type { MarketDeclaration } from '../../store/market/market-declaration.js';
import type { MarketSpace } from '../../store/market/market-space.js';
import type { Member } from '../../store/people/member.js';
import { type AgreementStanding, marketStanding } from '../../store/market/market-standing.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { ownersDecided, voteNamed } from '../poll/owners-decided.js';
import type { Place } from '../people/which-household.js';
import { whichMember } from '../people/which-member.js';

interface Deed {
  readonly member: MemberView;
}

/** Whose a space is, and what allows to let it. */
interface Owner {
  readonly ownership: Ownership;
  readonly consent: string | null;
}

/** An idle room is registered; whose it is may be said later, but it is not let before. */
export async function registerSpace(
  unit: Unit,
  { member, name, owner }: Deed & { readonly name: string; readonly owner: Owner | null },
): Promise<MarketSpace> {
  const owned = owner && (await soundOwner(unit, owner, unit.now));
  const space = await unit.market.addSpace({ name, ...owned, setById: member.id, setAt: unit.now });
  unit.journal.add('space.add', { facts: { space: space.no, ...owned } });
  return space;
}

/** Whose a registered space is, with what allows to let it. */
export async function ownSpace(
  unit: Unit,
  { member, space: no, owner }: Deed & { readonly space: number; readonly owner: Owner },
): Promise<MarketSpace> {
  const space = await spaceOf(unit, no);
  const owned = await soundOwner(unit, owner, unit.now);
  await unit.market.keepSpace(Object.assign(space, { ...owned, setById: member.id, setAt: unit.now }));
  unit.journal.add('space.own', { facts: { space: no, ...owned } });
  return space;
}

/** The one space that the words name, or the only one there is. */
export async function spaceMeant(unit: Unit, name: string | null): Promise<MarketSpace | null> {
  const all = await unit.market.spaces();
  return onlyOne(name === null ? all : all.filter(space => space.name.includes(name))) ?? null;
}

interface NewAgreement extends Deed {
  readonly space: number;
  readonly operator: string;
  /** The member who speaks for the operator. */
  readonly contact: Place | null;
  readonly terms: Terms;
  /** Where the share is said to go; null where nothing was said. */
  readonly destination: { readonly to: ShareDestination; readonly consent: string | null } | null;
}

/**
 * A space is let to an operator for a share (docs/domain.md 6.4): only where it is known whose it is and they allowed it, an owners' common
 * part by their vote on item (8). What it earns is the owners' then, unless they voted to give it to the fund (民法典 Art. 282).
 */
export async function agree(
  unit: Unit,
  { member, space: spaceNo, operator, contact, terms, destination }: NewAgreement,
): Promise<{ agreement: MarketAgreement; space: MarketSpace; contact: Member | null }> {
  const { now } = unit;
  const space = await spaceOf(unit, spaceNo);
  const { ownership, consent } = space;
  if (ownership === null) throw new Refusal('space.noOwner', { space: spaceNo });
  if (consent === null) throw new Refusal('space.undecided', { space: spaceNo, ownership });
  if (ownership === 'owners') await passedVote(unit, consent, now, true);
  if (terms.endsOn < terms.startsOn || terms.endsOn < dayOf(now)) throw new Refusal('agreement.days', {});
  const taken = (await unit.market.agreements()).find(
    one => one.spaceId === space.id && one.startsOn <= terms.endsOn && terms.startsOn <= one.endsOn,
  );
  if (taken) throw new Refusal('space.let', { space: spaceNo, agreement: taken.no, endsOn: taken.endsOn });
  const to = destination?.to ?? (ownership === 'owners' ? 'owners' : 'fund');
  const isTheirs = ownership === 'owners';
  if (to === 'owners' && !isTheirs) throw new Refusal('agreement.notOwners', { space: spaceNo });
  const vote = isTheirs && to === 'fund' ? await passedVote(unit, destination?.consent ?? '', now, false) : null;
  const person = contact && (await contactOf(unit, contact));
  const agreement = await unit.market.addAgreement({
    ...terms,
    spaceId: space.id,
    operator,
    contactId: person?.id ?? null,
    destination: to,
    consent: vote,
    agreedById: member.id,
    agreedAt: now,
  });
  const facts = { agreement: agreement.no, space: spaceNo, to, startsOn: terms.startsOn, endsOn: terms.endsOn };
  unit.journal.add('agreement.make', { facts });
  await unit.tell('market.agreed', { agreement, space, contact: person });
  return { agreement, space, contact: person };
}

/** An agreement ends earlier than was agreed: today is its last day, and its periods are reckoned until then. */
export async function endAgreement(
  unit: Unit,
  { member, agreement: no, reason }: Deed & { readonly agreement: number; readonly reason: string },
): Promise<MarketAgreement> {
  const agreement = await agreementOf(unit, no);
  const today = dayOf(unit.now);
  if (agreement.endsOn < today || agreement.endedAt)
    throw new Refusal('agreement.over', { agreement: no, endsOn: agreement.endsOn });
  if (agreement.startsOn > today)
    throw new Refusal('agreement.notBegun', { agreement: no, startsOn: agreement.startsOn });
  const ended = { endsOn: today, endReason: reason, endedById: member.id, endedAt: unit.now };
  await unit.market.keepAgreement(Object.assign(agreement, ended));
  unit.journal.add('agreement.end', { facts: { agreement: no, endsOn: today } });
  return agreement;
}

/** The operator's person: the partner of that name, who need not live here; else a neighbour. */
async function contactOf(unit: Unit, said: Place): Promise<Member> {
  const found: Member[] = [];
  for (const userid of await unit.members.withRole('partner')) {
    const member = await unit.members.byUserid(userid);
    if (member && (member.name === said.said || member.userid === said.said)) found.push(member);
  }
  return onlyOne(found) ?? whichMember(unit, said);
}

/** The agreement of a number; refused where there is none. */
export async function agreementOf(unit: Unit, no: number): Promise<MarketAgreement> {
  const agreement = await unit.market.agreementByNo(no);
  if (!agreement) throw new Refusal('agreement.unknown', { agreement: no });
  return agreement;
}

async function spaceOf(unit: Unit, no: number): Promise<MarketSpace> {
  const space = await unit.market.spaceByNo(no);
  if (!space) throw new Refusal('space.unknown', { space: no });
  return space;
}

/** An owners' consent is their vote, kept as such; the others' is what the words name. */
async function soundOwner(unit: Unit, { ownership, consent }: Owner, now: Date): Promise<Owner> {
  if (ownership !== 'owners' || consent === null) return { ownership, consent };
  return { ownership, consent: await passedVote(unit, consent, now, true) };
}

/** The owners' vote that the words name, as it is kept; refused where it has not passed, or is on another matter than letting. */
async function passedVote(unit: Unit, words: string, now: Date, onLetting: boolean): Promise<string> {
  const poll = voteNamed(words);
  if (poll === null) throw new Refusal('space.noVote', { onLetting });
  const matter = onLetting ? ('change_use' as const) : undefined;
  if (!(await ownersDecided(unit, poll, { matter, now }))) throw new Refusal('space.voteFailed', { poll, onLetting });
  return `${poll}号表决`;
}

/**
 * An agreement with its terms and all that was declared: for the operator, and for those who keep the books and the papers. Who merely
 * runs another space does not see it.
 */
export async function agreementTerms(
  unit: Unit,
  { member, agreement: no }: Deed & { readonly agreement: number },
): Promise<{ standing: AgreementStanding; declarations: MarketDeclaration[] }> {
  const agreement = await agreementOf(unit, no);
  const isKeeper = member.roles.some(
    ({ role }) => role !== 'partner' && may({ householdId: null, roles: [{ role, building: null }] }, 'market.terms'),
  );
  if (!isKeeper && agreement.contactId !== member.id) throw new Refusal('agreement.notYours', { agreement: no });
  const standing = (await marketStanding(unit, unit.now)).find(one => one.agreement.id === agreement.id);
  assert(standing, 'every agreement has a standing');
  unit.journal.add('agreement.read', { facts: { agreement: no } });
  return { standing, declarations: await unit.market.declarations(agreement.id) };
}

import { strict as assert } from 'node:assert';

/** A unit of the roster (专有部分) and who owns it. */
interface OwnedPart {
  readonly id: number;
  /** Exclusive area in 0.01 m². */
  readonly areaCentiM2: number;
  /** One key an owner, the same key wherever the same owner stands; the developer's stock has `developer` alone. */
  readonly owners: readonly string[];
}

/** Who has one head and the area of all own units (SPC Interpretation Arts. 8-9; docs/domain.md 7.3). */
export interface VotingPerson {
  /** The owner keys, sorted and joined: units with the same owners belong to one person. */
  readonly key: string;
  readonly owners: readonly string[];
  readonly parts: readonly number[];
  readonly areaCentiM2: number;
}

/** What the roster says of one unit, as far as its vote goes. */
interface RosterPart {
  readonly id: number;
  readonly building?: string;
  readonly room: string;
  readonly areaCentiM2: number;
  readonly owners: readonly string[];
  readonly userids: readonly string[];
  readonly phone: string | null;
}

/** All units that the developer has not sold, or not handed over, count as one person. */
const developer = 'developer';
/** A unit larger than this is a slip of the pen: 100 000 m², in 0.01 m². */
const largestCentiM2 = 10_000_000;

/**
 * The owners of a roster as voting persons. Parking spaces and store rooms count only where a compound's rules say so, so
 * by default they stand in neither number (docs/domain.md 7.3).
 */
export function ownersOf(parts: readonly RosterPart[]): VotingPerson[] {
  return votingPersons(
    parts.filter(isHome).map(part => ({ id: part.id, areaCentiM2: part.areaCentiM2, owners: ownerKeys(part) })),
  );
}

/**
 * Groups units by identical owner sets: one head each, whatever the number of units. D alone and D with E are two
 * persons; a couple with two flats under different names are two persons.
 */
function votingPersons(parts: readonly OwnedPart[]): VotingPerson[] {
  const persons = new Map<string, { owners: readonly string[]; parts: number[]; areaCentiM2: number }>();
  for (const { id, areaCentiM2, owners } of parts) {
    assert(Number.isSafeInteger(areaCentiM2) && areaCentiM2 > 0, `unit ${id} has no area`);
    assert(areaCentiM2 <= largestCentiM2, `unit ${id} is larger than 100 000 m²`);
    assert(owners.length > 0, `unit ${id} has no owner`);
    const sorted = [...new Set(owners)].toSorted();
    const key = sorted.join('+');
    const person = persons.get(key) ?? { owners: sorted, parts: [], areaCentiM2: 0 };
    person.parts.push(id);
    person.areaCentiM2 += areaCentiM2;
    persons.set(key, person);
  }
  return [...persons].map(([key, person]) => ({ key, ...person }));
}

/** Words in the name of what is no home and has no vote by default: parking spaces and store rooms (docs/domain.md 7.3). */
const noHomes = ['车位', '车库', '地库', '停车', '储藏', '储物', '地下室', '库房', '杂物', '仓库'];

/** False for a parking space or a store room, by the name of the room or of the building; a shop has its vote. */
export function isHome({ building = '', room }: { readonly building?: string; readonly room: string }): boolean {
  return !noHomes.some(word => room.includes(word) || building.includes(word));
}

/** True when the roster says that an owner has died: the unit's vote waits until an heir is confirmed (docs/domain.md 1.2). */
export function isOfDeceased(owners: readonly string[]): boolean {
  return owners.some(owner => /[（(](?:已?故|已去世|去世)[)）]/u.test(owner));
}

/**
 * Who owns a unit, told by what the roster knows best: the accounts, else name and phone. A bare name is no identity, two
 * neighbours may share it, so such a unit stands alone. What the developer has not sold, or not handed over, is the
 * developer's.
 */
function ownerKeys({ id, owners, userids, phone }: RosterPart): string[] {
  if (owners.length > 0 && owners.every(owner => /^(?:开发商|建设单位)/u.test(owner))) return [developer];
  if (userids.length > 0) return [...userids];
  if (owners.length === 0) return [`unit ${id}`];
  return owners.map(owner => (phone ? `${owner} ${phone}` : `${owner} of unit ${id}`));
}

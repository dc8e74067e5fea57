import { strict as assert } from 'node:assert';

/** A unit of the roster (专有部分) and who owns it. */
export interface OwnedPart {
  readonly id: number;
  /** Exclusive area in 0.01 m². */
  readonly areaCentiM2: number;
  /** One key an owner, the same key wherever the same owner stands; the developer's stock has `developer` alone. */
  readonly owners: readonly string[];
}

/** Who has one head and the area of all own units (SPC Interpretation Arts. 8-9; domain.md 7.3). */
export interface VotingPerson {
  /** The owner keys, sorted and joined: units with the same owners belong to one person. */
  readonly key: string;
  readonly owners: readonly string[];
  readonly parts: readonly number[];
  readonly areaCentiM2: number;
}

/** All units that the developer has not sold, or not handed over, count as one person. */
export const developer = 'developer';
/** A unit larger than this is a slip of the pen: one hectare, in 0.01 m². */
const largestCentiM2 = 100_000_000;

/**
 * Groups units by identical owner sets: one head each, whatever the number of units. D alone and D with E are two
 * persons; a couple with two flats under different names are two persons.
 */
export function votingPersons(parts: readonly OwnedPart[]): VotingPerson[] {
  const persons = new Map<string, { owners: readonly string[]; parts: number[]; areaCentiM2: number }>();
  for (const { id, areaCentiM2, owners } of parts) {
    assert(Number.isSafeInteger(areaCentiM2) && areaCentiM2 > 0, `unit ${id} has no area`);
    assert(areaCentiM2 <= largestCentiM2, `unit ${id} is larger than a hectare`);
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

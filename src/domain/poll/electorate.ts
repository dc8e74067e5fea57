import { strict as assert } from 'node:assert';

/** Who has one head and the area of all own units (SPC Interpretation Arts. 8-9; docs/domain.md 7.3). */
export interface VotingPerson {
  /** Of the first unit: it stands for all units of the same owners, and tells nobody's name. */
  readonly key: string;
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

/** A unit larger than this is a slip of the pen: 100 000 m², in 0.01 m². */
const largestCentiM2 = 10_000_000;

/**
 * The owners of a roster as voting persons: units of the same owners are one, whatever their number. D alone and D with E are two
 * persons; a couple with two flats under different names are two persons. Parking spaces and store rooms count only where a compound's
 * rules say so, so by default they stand in neither number (docs/domain.md 7.3).
 */
export function ownersOf(parts: readonly RosterPart[]): VotingPerson[] {
  interface Found {
    readonly parts: number[];
    readonly marks: string[];
    areaCentiM2: number;
  }
  const persons = new Set<Found>();
  const byMark = new Map<string, Found>();
  for (const part of parts.filter(isHome)) {
    const { id, areaCentiM2 } = part;
    assert(Number.isSafeInteger(areaCentiM2) && areaCentiM2 > 0, `unit ${id} has no area`);
    assert(areaCentiM2 <= largestCentiM2, `unit ${id} is larger than 100 000 m²`);
    const marks = marksOf(part);
    const known = [...new Set(marks.flatMap(mark => byMark.get(mark) ?? []))];
    const [person = { parts: [], marks: [], areaCentiM2: 0 }, ...others] = known;
    persons.add(person);
    for (const joined of [{ parts: [id], marks, areaCentiM2 }, ...others]) {
      person.parts.push(...joined.parts);
      person.marks.push(...joined.marks);
      person.areaCentiM2 += joined.areaCentiM2;
    }
    for (const joined of others) persons.delete(joined);
    for (const mark of person.marks) byMark.set(mark, person);
  }
  return [...persons].map(({ parts: own, areaCentiM2 }) => ({ key: `unit ${own[0]}`, parts: own, areaCentiM2 }));
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
 * By what the owners of a unit are known elsewhere: all of them by name, with an account or the telephone of one. Neither is
 * enough alone: two neighbours may share a name, and the accounts of a unit are those of the family too. What the developer has not
 * sold, or not handed over, is the developer's.
 */
function marksOf({ id, owners, userids, phone }: RosterPart): string[] {
  if (owners.length > 0 && owners.every(owner => builders.test(owner))) return ['developer'];
  if (owners.length === 0) return [userids.length > 0 ? `accounts ${listed(userids)}` : `unit ${id}`];
  const names = listed(owners);
  const ways = phone ? [...userids, `phone ${phone}`] : userids;
  return [`unit ${id}`, ...ways.map(way => `${way} of ${names}`)];
}

const builders = /^(?:开发商|建设单位)/u;

function listed(words: readonly string[]): string {
  return [...new Set(words)].toSorted().join('+');
}

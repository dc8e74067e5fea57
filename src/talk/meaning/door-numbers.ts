import { ledBuilding } from '../../domain/people/led-building.js';
import { onlyOne } from '../../domain/only-one.js';
import { findHomes, homeWords } from '../../language/values/people/homes.js';
import { doorForm, findAddresses, type Household } from '../../language/values/people/household.js';
import type { AnyIntent } from '../intent.js';
import type { Turn } from '../turn.js';
import { loosely, type Wish } from '../wish.js';

/** 3号表决过的, 按2号公示定的: what something stands on, and not the matter that it is about. */
const grounds =
  /第?(?<no>\d{1,7})号(?:的)?(?:表决|公示|决议|会议|投票)[^，,。；;]{0,3}?(?:过|定|决定|同意|批)(?:了)?的?/gu;
const bareDoor = new RegExp(`(?<![\\d第#.-])(?<room>${doorForm})(?![\\d号元块%分.-])`, 'gu');

/**
 * The number of a home or of what something stands on is no number of a matter (301那家困难，免了, 公共收益一千，3号表决过的), and a home may be
 * told in any order (301那家, 3号楼2单元的); 3单元501 of who leads one building is there. Whatever was put in order so is read back. Deeds of
 * the own household keep what they name.
 */
export async function doorsApart(
  { unit, member }: Turn,
  wish: Wish,
  { slots: kinds }: Pick<AnyIntent, 'slots'>,
  text: string,
): Promise<Wish> {
  const said = text.normalize('NFKC');
  const { no, ...others } = wish.slots;
  const isOther =
    kinds['no'] !== undefined &&
    typeof no === 'number' &&
    !isNamed(no, said.replaceAll(grounds, '')) &&
    (isNamed(no, said) || ((await unit.projects.byNo(no)) === null && bareDoors(said).includes(String(no))));
  const slots = isOther ? others : wish.slots;
  const places = placesIn(slots, kinds, { said, led: ledBuilding(member.roles) });
  if (!isOther && Object.keys(places).length === 0) return wish;
  return { ...wish, slots: { ...slots, ...places, ...loosely }, sure: false };
}

/** 3号, #3, 第3: that number as the number of something, and not of a building. */
function isNamed(no: number, said: string): boolean {
  const pieces = said.split(String(no));
  return pieces
    .slice(1)
    .some(
      (behind, at) =>
        /^\s*号(?![楼栋幢])/u.test(behind) || (/[#第]\s*$/u.test(pieces[at] ?? '') && !/^[楼栋幢]/u.test(behind)),
    );
}

function bareDoors(said: string): string[] {
  const homes = findAddresses(said).filter(({ building, unit, room }) => room !== undefined && (building ?? unit));
  return [...said.matchAll(bareDoor)]
    .filter(({ index }) => !homes.some(({ start, end }) => index >= start && index < end))
    .map(({ groups }) => groups?.['room'] ?? '');
}

/** The homes that lack a part, with the one building, entrance or door that stands elsewhere in the words, or the building that is led. */
function placesIn(
  slots: Wish['slots'],
  kinds: AnyIntent['slots'],
  { said, led }: { readonly said: string; readonly led: number | undefined },
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const building = onlyOne(new Set([...said.matchAll(/(\d{1,3})号楼(?!\d)/gu)].map(([, one = '']) => one)));
  const unit = onlyOne(new Set([...said.matchAll(/(\d{1,2})单元(?!\d)/gu)].map(([, one = '']) => one)));
  const room = onlyOne(new Set(bareDoors(said)));
  for (const [name, kind] of Object.entries(kinds)) {
    if (kind.field.kind !== 'place') continue;
    const value = slots[name];
    const isLacking = value === undefined && kind.optional !== true;
    if (!isLacking && typeof value !== 'string') continue;
    const words = typeof value === 'string' ? value : '';
    // 2单元301、302: each home of a list, and not only the first of them.
    const listed = findHomes(words);
    if (listed.length > 1) {
      const all = listed.map(one => ({ ...one, building: one.building ?? (building && Number(building)) ?? led }));
      if (all.every(one => one.building !== undefined)) found[name] = all.map(homeWords).join('、');
      if (found[name] === words) delete found[name];
      continue;
    }
    const home: Household = findAddresses(words)[0] ?? {};
    const own = home.room ?? onlyOne(bareDoors(words)) ?? room;
    const entrance = home.unit ?? unit;
    const there = { building: home.building ?? building ?? (entrance && led), unit: entrance, room: own };
    const isLess = home.building === undefined || home.room === undefined;
    // A name alone is of a person, and no door beside it is theirs.
    if (!isLess || own === undefined || there.building === undefined || /\p{Script=Han}{4}/u.test(words)) continue;
    const whole = homeWords(there);
    if (whole !== words) found[name] = whole;
  }
  return found;
}

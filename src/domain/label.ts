/** Where a household is, in the names of the roster; `unit` is empty where the building has no entrances. */
export interface Place {
  readonly building: string;
  readonly unit: string;
  readonly room: string;
}

/** What of an address was said, as the reader of sentences hands it over: numbers, or names with letters. */
interface SaidPlace {
  readonly building?: number | string | undefined;
  readonly unit?: number | string | undefined;
  readonly room?: string | undefined;
}

/** The most characters that the name of a building, an entrance or a room may have. */
const longest = 20;
/** Letters of any script, digits, and the signs that stand inside a name. */
const form = /^[\p{L}\p{N}][\p{L}\p{N}\-#·_.&]*$/u;

const stems = '甲乙丙丁戊己庚辛壬癸';
const numerals = '一二三四五六七八九';

/**
 * The name of a building as it is kept: 3 for 3号楼, B for B座, 甲1 for 甲1号楼; 裙楼 stays what it is. Null for what is no
 * name. Names that differ only in how the word for a building is written are one name.
 */
export function buildingLabel(said: string): string | null {
  return labelOf(said, /(?:号楼栋|号住宅楼|号楼座|号楼|号栋|号幢|号院|楼栋|楼座|栋|幢|座|楼|号|#楼?|区楼)$/u);
}

/** The name of an entrance as it is kept: 2 for 2单元 and 二单元; empty where a building has none. */
export function unitLabel(said: string): string | null {
  const plain = tidy(said);
  return plain === '' || plain === '0' ? '' : labelOf(plain, /(?:号单元|单元门|单元|号门|门洞|门|梯|单|#)$/u);
}

/** The name of a room as it is kept: 301 for 301室 and 301.0, 商铺3, 地下车位12. */
export function roomLabel(said: string): string | null {
  return labelOf(said.replace(/^(?<digits>\d+)\.0+$/u, '$<digits>'), /(?:号房|房间|室|户|号)$/u);
}

/** What was said of an address in the names of the roster; nothing is added. */
export function placeLabels({ building, unit, room }: SaidPlace): Partial<Place> {
  const said = {
    building: building === undefined ? null : buildingLabel(String(building)),
    unit: unit === undefined ? null : unitLabel(String(unit)),
    room: room === undefined ? null : roomLabel(room),
  };
  return Object.fromEntries(Object.entries(said).filter(([, label]) => label !== null)) as Partial<Place>;
}

/** True where the home has every part of the address that was said; a part that was not said fits any home. */
export function isThere({ building, unit, room }: SaidPlace, home: Partial<Place>): boolean {
  return (
    (building === undefined || buildingLabel(String(building)) === home.building) &&
    (unit === undefined || unitLabel(String(unit)) === home.unit) &&
    (room === undefined || roomLabel(room) === home.room)
  );
}

function labelOf(said: string, ending: RegExp): string | null {
  const plain = tidy(said);
  const bare = plain.replace(ending, '').replace(/^第(?=[\p{N}一二三四五六七八九十])/u, '');
  // Only what is a number or a letter without its ending: 裙楼, 东门 and 门卫室 are names.
  const label =
    /^(?:[A-Z]{0,3}|[甲乙丙丁戊己庚辛壬癸]?)[-0-9]*[A-Z甲乙丙丁戊己庚辛壬癸]?$/u.test(bare) && bare !== ''
      ? bare
      : numberIn(bare);
  const kept = (label ?? plain).replace(/^0+(?=\d$)/u, '');
  // What a spreadsheet has made a day of, is no name any more.
  if (/^\d{4}-\d{1,2}-\d{1,2}$/u.test(kept) || [...kept].length > longest || !form.test(kept)) return null;
  return kept;
}

function tidy(said: string): string {
  return said
    .normalize('NFKC')
    .replaceAll(/[\s\u200b-\u200f\u2060\ufeff]/gu, '')
    .replaceAll(/[－—–―－~～]/gu, '-')
    .toUpperCase();
}

/** 十一 and 二十三 as digits; null for any other word. */
function numberIn(word: string): string | null {
  const found = /^(?<tens>[一二三四五六七八九]?十)?(?<ones>[一二三四五六七八九])?$/u.exec(word)?.groups;
  if (!found || word === '') return null;
  const { tens, ones } = found;
  const ten = tens === undefined ? 0 : (tens.length === 1 ? 1 : numerals.indexOf(tens[0] ?? '') + 1) * 10;
  return String(ten + (ones === undefined ? 0 : numerals.indexOf(ones) + 1));
}

/** A building as it is said: 3号楼, B座, 甲1号楼, 裙楼. */
export function buildingWords(label: string): string {
  if (/^[A-Z]+$/u.test(label)) return `${label}座`;
  return /[\p{N}A-Z甲乙丙丁戊己庚辛壬癸]$/u.test(label) ? `${label}号楼` : label;
}

/** An entrance as it is said: 2单元; nothing where there is none. */
export function unitWords(label: string): string {
  return label === '' || /[门元]$/u.test(label) ? label : `${label}单元`;
}

/** The order of a roster: by building, entrance and room, each as people sort names. */
export function byPlace(a: Place, b: Place): number {
  return compareLabels(a.building, b.building) || compareLabels(a.unit, b.unit) || compareLabels(a.room, b.room);
}

/** Sorts names as people would: 2 before 10, A before B, 甲 before 乙, numbers before letters, letters before words. */
function compareLabels(a: string, b: string): number {
  const [left, right] = [pieces(a), pieces(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const [one, other] = [left[index], right[index]];
    if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
    const order =
      rankOf(one) - rankOf(other) || Number(one) - Number(other) || (one < other ? -1 : one > other ? 1 : 0);
    if (order !== 0 && !Number.isNaN(order)) return order;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

function pieces(label: string): string[] {
  return label.match(/\d+|[A-Za-z]+|[甲乙丙丁戊己庚辛壬癸]|[^\dA-Za-z甲乙丙丁戊己庚辛壬癸]+/gu) ?? [];
}

function rankOf(piece: string): number {
  if (/^\d/u.test(piece)) return 0;
  if (/^[A-Za-z]/u.test(piece)) return 1;
  const stem = stems.indexOf(piece);
  return stem === -1 ? 20 : 2 + stem;
}

import { type Place, buildingWords, unitWords } from './label.js';

/**
 * A name as it may be shown: 李芳 → 李＊, 欧阳娜娜 → 欧阳＊＊ (docs/domain.md 13.4). The star is the full-width one: two of the other kind are
 * bold type in markdown, and swallow the words between two masked names.
 */
export function maskName(name: string): string {
  const characters = [...name];
  const family = characters.length >= 3 && compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1;
  return characters.slice(0, family).join('') + '＊'.repeat(Math.max(1, characters.length - family));
}

/** Words that only the name of a business has. */
const business =
  /公司|集团|[店厂部行社站局院所队馆场]$|中心|五金|建材|电器|水暖|工程|装饰|装修|物业|合作社|银行|经营|商行|超市|市场|供电|自来水|燃气|热力|学校|医院/u;

/** Who was paid, as it may be shown: a business in full, a person masked (docs/domain.md 9). */
export function maskPayee(name: string): string {
  return business.test(name) ? name : maskName(name);
}

/** Building 5, entrance 1, room 1203 → `5号楼1单元12＊＊`. */
export function maskPlace(place: Place): string {
  const shown = Math.max(1, [...place.room].length - 2);
  return `${entranceWords(place)}${[...place.room].slice(0, shown).join('')}＊＊`;
}

/** The full address, for the household's own eyes and for those who confirm it. */
export function placeWords(place: Place): string {
  return `${entranceWords(place)}${place.room}`;
}

function entranceWords({ building, unit }: Place): string {
  return `${buildingWords(building)}${unitWords(unit)}`;
}

const compoundSurnames = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐'.split(
    ' ',
  ),
);

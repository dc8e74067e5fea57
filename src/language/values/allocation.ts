/** How the residents' part is to be shared out, as it was said; `rest` names the entrances that benefit. */
export interface SaidAllocation {
  readonly method: 'equal' | 'by_area' | 'by_coefficient' | 'by_beneficiary' | 'free';
  /** What a household of a floor weighs, in hundredths. */
  readonly floors?: readonly { readonly floor: number; readonly weight: number }[];
  readonly rest?: string;
}

const mostFloors = 60;

/** Reads `户均`, `按面积`, `按楼层，1层0、2层0.5`, `按受益，3号楼2单元`, `自愿`; null for anything else. */
export function readAllocation(text: string): SaidAllocation | null {
  const words = text
    .normalize('NFKC')
    .replaceAll(/\s+/gu, '')
    .replace(/(?<![。.!])[。.!]+$/u, '');
  if (/^(?:自愿|自愿认捐|自愿认筹|随心意|不定数)$/u.test(words)) return { method: 'free' };
  if (/^(?:户均|平均|每户平均|按户|按户平均|平摊|每户一样)$/u.test(words)) return { method: 'equal' };
  if (/^按?(?:房屋|建筑|专有)?面积(?:比例)?$/u.test(words)) return { method: 'by_area' };
  const { kind, rest = '' } =
    /^按?(?:(?<kind>楼层|层数|系数|楼层系数)|受益(?:单元|的?楼|户)?)[:,(](?<rest>.+?)\)?$/u.exec(words)?.groups ?? {};
  if (rest === '') return null;
  if (kind === undefined) return { method: 'by_beneficiary', rest };
  const floors = rest
    .split(/[,、;]/u)
    .filter(Boolean)
    .map(part => {
      const { floor, weight } = /^(?<floor>\d{1,2})(?:层|楼):?=?(?<weight>\d(?:\.\d{1,2})?)$/u.exec(part)?.groups ?? {};
      return floor && weight ? { floor: Number(floor), weight: Math.round(Number(weight) * 100) } : null;
    });
  const seen = new Set(floors.map(one => one?.floor));
  if (floors.length === 0 || floors.length > mostFloors || seen.size < floors.length) return null;
  return floors.every(one => one !== null) ? { method: 'by_coefficient', floors } : null;
}

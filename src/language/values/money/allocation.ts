/** How the residents' part is to be shared out, as it was said; `rest` names the entrances that benefit. */
interface SaidAllocation {
  readonly method: 'equal' | 'by_area' | 'by_coefficient' | 'by_beneficiary' | 'free';
  /** What a household of a floor weighs, in hundredths. */
  readonly floors?: readonly { readonly floor: number; readonly weight: number }[];
  readonly rest?: string;
}

const mostFloors = 60;

/** Words round the way that say nothing of it: 就按户平均出吧. */
const lead = /^(?:(?:钱|居民(?:的|部分)?|大家|大伙|全部|就|都|还是|统一|定|是)+(?=.{2}))/u;
const closing = /(?<=.{2})(?:来|地)?(?:分摊|摊|出钱|出|分|算|认捐|认筹|认|交|掏)?(?:吧|了|好了|就行|得了)?$/u;
const free = /^(?:自愿|随心意|不定数|不摊派|愿意[出捐]?多少就?[出捐]?多少|[出捐]多少都行)$/u;
const equal =
  /^(?:户均|平均|平摊|均摊|平|按?户(?:数)?(?:头)?(?:平均|平|均)|按户(?:数)?(?:头)?|(?:每|各)[户家](?:都)?(?:[出摊])?(?:平均|一样(?:多)?|同样(?:多)?|均摊)|家家(?:都)?(?:出)?一样(?:多)?|按家(?:平均|平|均))$/u;

/** Reads `户均`, `就按户平均出吧`, `按面积`, `按楼层，1层0、2层0.5`, `按受益，3号楼2单元`, `自愿`; null for anything else. */
export function readAllocation(text: string): SaidAllocation | null {
  const words = text
    .normalize('NFKC')
    .replaceAll(/\s+/gu, '')
    .replace(/(?<![。.!])[。.!]+$/u, '');
  const plain = words.replace(lead, '').replace(closing, '');
  if (free.test(plain)) return { method: 'free' };
  if (equal.test(plain)) return { method: 'equal' };
  if (/^按?(?:房屋|建筑|专有|房子|房本)?(?:的)?(?:面积|平方|平米|大小)(?:比例)?$/u.test(plain))
    return { method: 'by_area' };
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

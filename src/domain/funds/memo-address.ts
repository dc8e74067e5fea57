import type { Place } from '../label.js';

/** The households that a memo names. */
export interface Found<H extends Place = Place> {
  readonly homes: readonly H[];
  /** Why the address may be meant otherwise. */
  readonly doubt?: string;
  /** True when something like an address stands there that no household has. */
  readonly isUnread: boolean;
}

const building = '(?:号楼|号院|楼栋|栋|幢|座|楼|号|#楼?)';
const likeAddress = new RegExp(`(?<![\\d.])\\d{1,3}(?:${building}|-)(?:\\d{1,2}(?:单元|门|-))?\\d{3,4}(?!\\d)`, 'u');

/**
 * Finds the households whose address stands in a memo as it is written: 3号楼2单元301, 3-2-301, A座1单元102, 1-1-商铺3. Digits
 * are never joined over a space, and nothing that goes on before or behind is an address: 13-1-101 is not 3-1-101.
 */
export function finder<H extends Place>(homes: readonly H[]): (memo: string) => Found<H> {
  // By the last run of letters and digits of the room: only those few are looked for in a memo.
  const byRoom = new Map<string, { home: H; key: string }[]>();
  for (const home of homes) {
    const key = keyOf(home);
    const same = byRoom.get(tail(key)) ?? [];
    byRoom.set(tail(key), same);
    same.push({ home, key });
  }
  return memo => {
    const plain = plainMemo(memo);
    const spots: { home: H; at: number; end: number }[] = [];
    for (const run of new Set(['', ...(plain.match(/[A-Z]+\d*|\d+[A-Z]*/gu) ?? [])]))
      for (const { home, key } of byRoom.get(run) ?? [])
        spots.push(...spotsOf(plain, key).map(at => ({ home, at, end: at + key.length })));
    // 甲1-1-103 holds 1-1-103: the longer one is meant.
    const whole = spots.filter(
      one =>
        !spots.some(
          other =>
            other !== one && other.at <= one.at && other.end >= one.end && other.end - other.at > one.end - one.at,
        ),
    );
    const found = [...new Set(whole.map(({ home }) => home))];
    const joined = whole.some(({ at }) => isJoined(plain, at, homes));
    return {
      homes: found,
      ...(joined ? { doubt: '附言里房号前面还有数字，中间空了一格' } : {}),
      isUnread: found.length === 0 && likeAddress.test(memo.normalize('NFKC')),
    };
  };
}

/** True when digits stand before the address with a space between, and joined they would be another building that is here. */
function isJoined(plain: string, at: number, homes: readonly Place[]): boolean {
  const before = /(?<!\d)(?<digits>\d+) $/u.exec(plain.slice(0, at))?.groups?.['digits'];
  if (before === undefined) return false;
  const first = /^[\dA-Z]+/u.exec(plain.slice(at))?.[0] ?? '';
  return homes.some(home => home.building === `${before}${first}`);
}

function keyOf({ building: block, unit, room }: Place): string {
  return [block, unit, room]
    .filter(part => part !== '')
    .join('-')
    .toUpperCase();
}

function tail(key: string): string {
  return /(?:(?<![A-Z])[A-Z]+\d*|(?<!\d)\d+[A-Z]*)$/u.exec(key)?.[0] ?? '';
}

/** Every way of writing an address as dashes; spaces stay. */
const betweenSigns = new RegExp(
  `(?<=[\\dA-Z甲乙丙丁])\\s?${building}\\s?(?=[\\dA-Z一二三四五六七八九十商车地底])`,
  'gu',
);

function plainMemo(memo: string): string {
  return memo
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\u200b-\u200f\ufeff]/gu, '')
    .replaceAll(/[－—–―~～/_.]+/gu, '-')
    .replaceAll(/(?:(?<! ) +)?- */gu, '-')
    .replaceAll(betweenSigns, '-')
    .replaceAll(/(?<=-[\dA-Z]{1,3})\s?(?:号?单元|号?门|单)\s?(?=[\dA-Z商车地底])/gu, '-')
    .replaceAll(
      /(?<=-)(?<word>[一二三四五六七八九])(?:单元|门)/gu,
      (_, word: string) => `${'一二三四五六七八九'.indexOf(word) + 1}-`,
    );
}

/** The places of an address that nothing goes on before or behind. */
function spotsOf(plain: string, key: string): number[] {
  const spots: number[] = [];
  for (let at = plain.indexOf(key); at !== -1; at = plain.indexOf(key, at + 1)) {
    const [before = '', after = ''] = [plain[at - 1], plain[at + key.length]];
    if (
      !/[\dA-Z甲乙丙丁戊己庚辛壬癸-]/u.test(before) &&
      !/[\dA-Z]/u.test(after) &&
      !/^-[\dA-Z]/u.test(plain.slice(at + key.length))
    )
      spots.push(at);
  }
  return spots;
}

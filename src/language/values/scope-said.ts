import { buildingLabel, unitLabel } from '../../domain/label.js';
import type { Scope } from '../../domain/plan/scope.js';
import { Refusal } from '../../domain/refusal.js';

const count = '[一二三四五六七八九十]{1,3}|\\d{1,3}';
const house = '(?:号?楼|号?[栋幢座])';
const and = '(?:[、，,和跟与及]|还有|以及)';
/** Lists and ranges of buildings and of entrances, each said out: 1到4号楼, 1、2号楼, 2栋1、2单元, 3号楼2单元、3单元. */
const rows: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  ...[house, '单元'].map(
    kind =>
      [
        new RegExp(`(?<![\\d一二三四五六七八九十])(${count})(?:${kind})?[到至~](${count})(${kind})`, 'u'),
        (_: string, from = '', to = '', said = '') =>
          range(from, to)
            .map(n => `${n}${said}`)
            .join('、'),
      ] as const,
  ),
  [
    new RegExp(
      `(?<![\\d一二三四五六七八九十])(${count})(${and})(?=(?:${count})(?:${and}(?:${count}))*(${house}))`,
      'u',
    ),
    (_, n, mark, kind) => `${n}${kind}${mark}`,
  ],
  [
    new RegExp(`(?<building>(?:${count})${house})(${count})${and}(?=(?:${count})单元)`, 'u'),
    (_, building, n) => `${building}${n}单元、${building}`,
  ],
  [
    new RegExp(`(?<building>(?:${count})${house})((?:${count})单元)${and}((?:${count})单元)`, 'u'),
    (_, building, one, other) => `${building}${one}、${building}${other}`,
  ],
];

/** More buildings than a grid has are no range. */
const mostInRow = 60;

function range(from: string, to: string): number[] {
  const [first, last] = [Number(buildingLabel(from)), Number(buildingLabel(to))];
  if (!(first > 0 && last > first && last - first < mostInRow)) throw new Refusal('scope.unclear', {});
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const place =
  /(?<building>[\dA-Za-z甲乙丙丁-]{1,6}|[一二三四五六七八九十]{1,3})(?:号楼|号?[楼栋幢座])(?:(?<unit>\p{N}{1,2}|[一二三四五六七八九十]{1,2}|[A-Za-z东西南北中])单元)?/gu;
/** 8号楼这一栋, 六号楼全楼. */
const filler = /[这那](?:一|整)?[栋幢座]楼?|整[栋幢座]楼?|全楼|的?(?:住户|人家|居民)/gu;
/** What is left beside the places and says that something else is meant by them. */
const unread = /[\p{N}一二三四五六七八九十]|单元|[楼栋幢座](?![上下里])|[除不非没外单双到至]/u;

const denied = /不(?:用|管|算|参加|涉及|包括|需要?|投)|无关|没关系/u;

/** 只管3号楼，4号楼不用投: whole buildings that are left out are no part of it, where none of them stands in it. */
function withoutDenied(text: string): string {
  const parts = text.split(/[，,；;。]/u);
  const kept = parts.filter(part => !denied.test(part));
  const named = (words: string): string[] => [...words.matchAll(place)].map(({ groups }) => groups?.['building'] ?? '');
  const left = parts.filter(part => denied.test(part));
  const isOther = left.every(part => {
    const buildings = named(part);
    return (
      buildings.length > 0 && !/单元|除|非/u.test(part) && buildings.every(one => !named(kept.join('，')).includes(one))
    );
  });
  return left.length > 0 && named(kept.join('，')).length > 0 && isOther
    ? kept.join('，').replace(/^只(?:管|涉及|算)?/u, '')
    : text;
}

/**
 * Reads `3号楼2单元、4号楼`, also in lists and ranges; 全网格 is null. Refused when nothing of it names a building, and when anything is
 * left that may change it (除1单元外): a scope says who may vote.
 */
export function readScope(text: string): Scope | null {
  let words = withoutDenied(text.normalize('NFKC').trim()).replaceAll(filler, '');
  if (/^(?:全网格|全小区|全院|全体|整个网格)$/u.test(words)) return null;
  for (const [pattern, said] of rows)
    for (let before = ''; before !== words && pattern.test(words);) {
      before = words;
      words = words.replace(pattern, said);
    }
  const scope = [...words.matchAll(place)].map(({ groups = {} }) => ({
    building: buildingLabel(groups['building'] ?? '') ?? '',
    ...(groups['unit'] === undefined ? {} : { unit: unitLabel(groups['unit']) ?? '' }),
  }));
  const rest = words.replaceAll(place, '');
  if (scope.length === 0 || unread.test(rest)) throw new Refusal('scope.unclear', {});
  return scope.filter(
    (one, index) => scope.findIndex(other => JSON.stringify(other) === JSON.stringify(one)) === index,
  );
}

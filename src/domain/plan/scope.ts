import { buildingLabel, buildingWords, unitLabel, unitWords } from '../label.js';
import { Refusal } from '../refusal.js';

/** The buildings (楼) and entrances (单元) that a project is about. */
export type Scope = readonly { readonly building: string; readonly unit?: string }[];

/** True when a unit lies within the scope; without one, everything does. */
export function isWithin(
  scope: Scope | null | undefined,
  place: { readonly building: string; readonly unit: string },
): boolean {
  return (
    !scope ||
    scope.some(({ building, unit }) => building === place.building && (unit === undefined || unit === place.unit))
  );
}

/** `3号楼2单元、4号楼`; 全网格 without a scope. */
export function scopeWords(scope: Scope | null | undefined): string {
  if (!scope) return '全网格';
  return scope.map(({ building, unit }) => `${buildingWords(building)}${unitWords(unit ?? '')}`).join('、');
}

/** Reads `3号楼2单元、4号楼`; 全网格 is null. Refused when nothing of it names a building. */
export function readScope(text: string): Scope | null {
  const words = text.normalize('NFKC').trim();
  if (/^(?:全网格|全小区|全院|全体|整个网格)$/u.test(words)) return null;
  const scope = [
    ...words.matchAll(
      /(?<building>[\dA-Za-z甲乙丙丁-]{1,6})(?:号楼|号?[楼栋幢座])(?:(?<unit>\p{N}{1,2}|[A-Za-z东西南北中])单元)?/gu,
    ),
  ].map(({ groups = {} }) => ({
    building: buildingLabel(groups['building'] ?? '') ?? '',
    ...(groups['unit'] === undefined ? {} : { unit: unitLabel(groups['unit']) ?? '' }),
  }));
  if (scope.length === 0) throw new Refusal('scope.unclear', {});
  return scope;
}

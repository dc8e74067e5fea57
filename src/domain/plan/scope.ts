import { buildingWords, unitWords } from '../label.js';

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

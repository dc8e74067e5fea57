import { Refusal } from '../refusal.js';

/** The buildings (楼) and entrances (单元) that a project is about. */
export type Scope = readonly { readonly building: number; readonly unit?: number }[];

/** True when a unit lies within the scope; without one, everything does. */
export function isWithin(
  scope: Scope | null | undefined,
  place: { readonly building: number; readonly unit: number },
): boolean {
  return (
    !scope ||
    scope.some(({ building, unit }) => building === place.building && (unit === undefined || unit === place.unit))
  );
}

/** `3号楼2单元、4号楼`; 全网格 without a scope. */
export function scopeWords(scope: Scope | null | undefined): string {
  if (!scope) return '全网格';
  return scope.map(({ building, unit }) => `${building}号楼${unit === undefined ? '' : `${unit}单元`}`).join('、');
}

/** Reads `3号楼2单元、4号楼`; 全网格 is null. Refused when nothing of it names a building. */
export function readScope(text: string): Scope | null {
  const words = text.normalize('NFKC').trim();
  if (/^(?:全网格|全小区|全院|全体|整个网格)$/u.test(words)) return null;
  const scope = [...words.matchAll(/(\d{1,3})号?(?:楼|栋)(?:(\d{1,2})单元)?/gu)].map(([, building, unit]) => ({
    building: Number(building),
    ...(unit === undefined ? {} : { unit: Number(unit) }),
  }));
  if (scope.length === 0) throw new Refusal('scope.unclear', {});
  return scope;
}

import { onlyOne } from '../only-one.js';

/** The one building that somebody leads: a home that is said without one is there. */
export function ledBuilding(roles: readonly { readonly building: string | null }[]): number | undefined {
  return onlyOne(new Set(roles.flatMap(({ building }) => (building === null ? [] : [Number(building)]))));
}

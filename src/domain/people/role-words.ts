import { buildingWords } from '../label.js';
import { type RoleId, roles } from '../permissions.js';

/** `3号楼楼长、网格书记`: the roles that somebody holds, each once. */
export function roleWords(held: readonly { readonly role: RoleId; readonly building: string | null }[]): string {
  return [
    ...new Set(held.map(({ role, building }) => `${building === null ? '' : buildingWords(building)}${roles[role]}`)),
  ].join('、');
}

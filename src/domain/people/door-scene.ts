import { buildingLabel } from '../label.js';
import { plainCode } from './household-code.js';

/** WeChat Work takes a scene of 32 bytes (docs/wecom-doors.md 22.2). */
const mostBytes = 32;

/** The scene of a grid's link into 微信客服: `g_oak`; a code too long for it is said by the grid's number, `n_7`. */
export function sceneOf({ id, code }: { readonly id: number; readonly code: string }): string {
  const scene = `g_${code}`;
  return scene.length <= mostBytes ? scene : `n_${id}`;
}

/** Which grid a scene is of; null for one that no link of ours was made with. */
export function gridOfScene(scene: string): { readonly code: string } | { readonly id: number } | null {
  const [, code, id] = /^(?:g_([a-z0-9-]+)|n_(\d{1,9}))$/u.exec(scene) ?? [];
  if (code !== undefined) return { code };
  return id === undefined ? null : { id: Number(id) };
}

/**
 * What a link may carry beside its scene: the code of a household's card, the way back from the desk, or the name of the building at whose
 * door it hangs (27.2, 27.3).
 */
export interface Carried {
  readonly kind: 'card' | 'join' | 'building';
  readonly code: string;
}

/** What is carried is at most so long, that it fits beside the scene. */
const mostCarried = 64;

const kinds: Readonly<Record<string, Carried['kind']>> = { h: 'card', j: 'join', b: 'building' };

/** Reads what a link carried. Anybody can write what they like there, so what is of no form of ours is nothing. */
export function carriedBy(param: string): Carried | null {
  const [, letter = '', code = ''] = /^([hjb])\.([\w-]+)$/u.exec(param) ?? [];
  if (code.length > mostCarried) return null;
  const kind = kinds[letter];
  if (kind !== 'building') return kind ? { kind, code } : null;
  const building = buildingLabel(Buffer.from(code, 'base64url').toString());
  return building === null ? null : { kind, code: building };
}

/** A grid's link that carries a household's code: whoever opens it is asked whether they live there. */
export function cardAddress(link: string, code: string): string {
  return `${link}&scene_param=h.${plainCode(code)}`;
}

/** A grid's link for the door of one building, whose name may hold signs that WeChat Work would not take; one too long for it is asked for. */
export function doorAddress(link: string, building: string): string {
  const code = Buffer.from(building).toString('base64url');
  return code.length > mostCarried ? link : `${link}&scene_param=b.${code}`;
}

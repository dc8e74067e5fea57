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

/** What a link may carry beside its scene: the code of a household's card, or the way back from the desk (27.2, 27.3). */
export interface Carried {
  readonly kind: 'card' | 'join';
  readonly code: string;
}

/** Reads what a link carried. Anybody can write what they like there, so what is of no form of ours is nothing. */
export function carriedBy(param: string): Carried | null {
  const [, kind, code] = /^([hj])\.([\w-]{1,64})$/u.exec(param) ?? [];
  return code === undefined ? null : { kind: kind === 'h' ? 'card' : 'join', code };
}

/** A grid's link that carries a household's code: whoever opens it is asked whether they live there. */
export function cardAddress(link: string, code: string): string {
  return `${link}&scene_param=h.${plainCode(code)}`;
}

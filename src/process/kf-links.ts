import type { Logger } from 'pino';
import { sceneOf } from '../domain/people/door-scene.js';
import type { Store } from '../store/engine/store.js';
import type { AppApi } from '../wecom/app/api.js';
import { contactWay } from '../wecom/app/kf.js';
import { WeComError } from '../wecom/errors.js';

/**
 * Asks for the link into 微信客服 of each grid that has none yet; it is shown on the board, on posters and on household cards. What fails is
 * tried again later: without a link, all of these are as they were.
 */
export async function fetchLinks(given: {
  readonly store: Store;
  readonly api: AppApi;
  readonly openKfId: string;
  readonly log: Logger;
}): Promise<void> {
  const { store, api, openKfId, log } = given;
  const missing = await store.inUnit(async open => {
    await open.kfLinks.keepOnly(openKfId);
    return open.kfLinks.missing(await open.grids.open());
  });
  for (const grid of missing) {
    try {
      const url = await contactWay(api, openKfId, sceneOf(grid));
      await store.inUnit(open => open.kfLinks.keep({ gridId: grid.id, openKfId, url }));
    } catch (error) {
      if (!(error instanceof WeComError)) throw error;
      log.warn({ errcode: error.errcode, kind: error.kind }, '微信客服: the link of a grid was not given');
      return;
    }
  }
}

/** Without the door there are no links to it anywhere. */
export function dropLinks(store: Store): Promise<void> {
  return store.inUnit(open => open.kfLinks.keepOnly(null));
}

import { Not } from 'typeorm';
import { KfLink } from './kf-link.js';
import type { Records } from '../engine/records.js';

/** The links by which residents of each grid come into 微信客服. */
export class KfLinks {
  constructor(private readonly manager: Records) {}

  /** A grid's link; null where there is no such door. */
  async of(gridId: number): Promise<string | null> {
    return (await this.manager.findOneBy(KfLink, { gridId }))?.url ?? null;
  }

  /** Those of some grids that have no link yet. */
  async missing<T extends { readonly id: number }>(grids: readonly T[]): Promise<T[]> {
    const known = new Set((await this.manager.find(KfLink)).map(({ gridId }) => gridId));
    return grids.filter(({ id }) => !known.has(id));
  }

  async keep(link: KfLink): Promise<void> {
    await this.manager.delete(KfLink, { gridId: link.gridId });
    await this.manager.insert(KfLink, link);
  }

  /** Only links of the account that is set up are shown: with another one, or none, they lead nowhere. */
  async keepOnly(openKfId: string | null): Promise<void> {
    await this.manager.delete(KfLink, { openKfId: Not(openKfId ?? '') });
  }
}

import type { Unit } from '../store/unit.js';
import { type Html, html } from './html.js';

/** The way from a grid's board to its other pages; the market's stands there once a space is registered. */
export async function otherPages({ grid, market }: Unit): Promise<Html> {
  const hasMarket = (await market.spaces()).length > 0;
  const pages: readonly (readonly [path: string, words: string])[] = [
    ['wall', '年度攻坚项目挂图'],
    ['wall/community', '全社区的挂图'],
    ...(hasMarket ? ([['market', '公益市场']] as const) : []),
  ];
  return html`<nav aria-label="别的页面">
    <ul class="tabs">
      ${pages.map(([path, words]) => html`<li><a href="/board/${grid.code}/${path}">${words}</a></li>`)}
    </ul>
  </nav>`;
}

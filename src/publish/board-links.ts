import type { Grid } from '../store/entities/grid.js';
import { type Html, html } from './html.js';

/** The pages that belong to the whole grid, or to its community, by their addresses under the board. */
const pages: readonly (readonly [path: string, words: string])[] = [
  ['wall', '年度攻坚项目挂图'],
  ['wall/community', '全社区的挂图'],
  ['market', '公益市场'],
];

/** The way from a grid's board to its other pages. */
export function otherPages({ code }: Grid): Html {
  return html`<nav aria-label="别的页面">
    <ul class="tabs">
      ${pages.map(([path, words]) => html`<li><a href="/board/${code}/${path}">${words}</a></li>`)}
    </ul>
  </nav>`;
}

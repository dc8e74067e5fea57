import type { Unit } from '../store/engine/unit.js';
import { type Html, html } from './html.js';

/** The way from a grid's board to its other pages; the newest contest stands there once one is open. */
export async function otherPages({ grid, contests }: Unit): Promise<Html> {
  const [contest] = await contests.all();
  const pages: readonly (readonly [path: string, words: string])[] = [
    [`/help/${grid.code}`, '怎么说'],
    [`/board/${grid.code}/reports`, '报事和办理'],
    [`/board/${grid.code}/wall`, '年度攻坚项目挂图'],
    [`/board/${grid.code}/wall/community`, '全社区的挂图'],
    ...(contest ? ([[`/board/${grid.code}/contest/${contest.edition}`, `第${contest.edition}届擂台赛`]] as const) : []),
  ];
  return html`<nav aria-label="别的页面">
    <ul class="tabs">
      ${pages.map(([path, words]) => html`<li><a href="${path}">${words}</a></li>`)}
    </ul>
  </nav>`;
}

/** Another page of the same site, by the address of a grid's board. */
export function besideBoard(boardAddress: string, path: string): string {
  return boardAddress.replace(/\/board\/[^/]*$/u, path);
}

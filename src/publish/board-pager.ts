import { Html, html } from './html.js';

interface Pager {
  readonly label: string;
  readonly page: number;
  readonly pages: number;
  href(page: number): string;
}

/** Links to the page before and after; nothing where one page holds all. */
export function pager({ label, page, pages, href }: Pager): Html | false {
  if (pages === 1) return false;
  return html`<nav class="pager" aria-label="${label}翻页">
    <span>${page > 1 && html`<a href="${href(page - 1)}">上一页</a>`}</span>
    <span>第${page}页，共${pages}页</span>
    <span>${page < pages && html`<a href="${href(page + 1)}">下一页</a>`}</span>
  </nav>`;
}

/** How many pages a list fills, at least one. */
export function pagesOf(length: number, perPage: number): number {
  return Math.max(1, Math.ceil(length / perPage));
}

import { type Html, html } from './html.js';

/** A deed as the help page shows it. */
export interface HelpLine {
  readonly subject: string;
  readonly title: string;
  readonly say: string;
  readonly more: string;
  /** Who may do it; empty where everybody may. */
  readonly holders: readonly string[];
}

/** What can be said and done, all subjects or one; null for a subject that there is not. */
export function helpPage({
  grid,
  lines,
  subject,
}: {
  readonly grid: { readonly code: string; readonly name: string };
  readonly lines: readonly HelpLine[];
  readonly subject?: string;
}): Html | null {
  const all = [...new Set(lines.map(line => line.subject))];
  const shown = subject === undefined ? all : all.filter(one => one === subject);
  if (shown.length === 0) return null;
  const links = all.map(one => html`<a href="/help/${grid.code}/${encodeURIComponent(one)}">${one}</a> `);
  return html`<p class="eyebrow"><a href="/board/${grid.code}">${grid.name}公示栏</a></p>
    <h1>怎么说</h1>
    <p>照着例子说就行，号码换成您那件事的。不记得了，私聊小助手发送“待办”或“帮助”。</p>
    <p>${links}<a href="/help/${grid.code}">全部</a></p>
    <p><a href="/help/${grid.code}/manual.pdf">居民手册，大字版</a>：可以打印出来，贴在楼道里。</p>
    ${shown.map(
      one =>
        html`<section class="card">
          <h2>${one}</h2>
          <ul class="log">
            ${lines.filter(line => line.subject === one).map(lineOf)}
          </ul>
        </section>`,
    )}`;
}

function lineOf({ title, say, more, holders }: HelpLine): Html {
  const who = holders.length === 0 ? '' : `由${holders.join('、')}来办。`;
  return html`<li>
    <strong>${title}</strong>：“${say}”${more === '' ? '' : `。${more}`}。<span class="note">${who}</span>
  </li>`;
}

import { type Html, html } from './html.js';

interface Search {
  readonly label: string;
  readonly placeholder: string;
  /** What is looked for now. */
  readonly q: string;
  /** What else of the address stays. */
  readonly kept?: Html | false;
}

/** A field to look for something on this very page, without a script. */
export function searchForm({ label, placeholder, q, kept = false }: Search): Html {
  return html`<form method="get" class="search" role="search">
    <label for="q">${label}</label>
    <input id="q" name="q" type="search" value="${q}" maxlength="40" placeholder="${placeholder}" />
    ${kept}
    <button type="submit">查找</button>
  </form>`;
}

/** Nothing was found; the link leads to where more is, and says what that is. */
export function notFound(q: string, { href, words }: { readonly href: string; readonly words: string }): Html {
  return html`<p class="card">没有找到“${q}”，换个词或者<a href="${href}">${words}</a>。</p>`;
}

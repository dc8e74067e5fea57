import type { Grid } from '../store/people/grid.js';
import { framed } from './board-frame.js';
import { html } from './html.js';
import type { Look } from './look.js';

/** The grids whose board is here, by community; merged ones lead to the grid they went to, so they are not listed. */
export function gridList(grids: readonly Pick<Grid, 'code' | 'name' | 'community'>[], look: Look): string {
  const communities = [...new Set(grids.map(({ community }) => community))].toSorted((a, b) =>
    a.localeCompare(b, 'zh'),
  );
  return framed({
    title: '各网格公示栏 · 众议众筹',
    look,
    body: html`<p class="eyebrow">众议众筹</p>
      <h1>各网格公示栏</h1>
      ${grids.length === 0 ? html`<p>这里还没有网格。</p>` : ''}
      ${communities.map(
        community =>
          html`<section class="card">
            <h2>${community}</h2>
            <ul>
              ${grids
                .filter(grid => grid.community === community)
                .map(({ code, name }) => html`<li><a href="/board/${code}">${name}</a></li>`)}
            </ul>
          </section>`,
      )}`,
  });
}

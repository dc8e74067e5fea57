/** What the desk adds to the look of the board: a bar on top, rows that are touched, and forms. */
export const deskStyle = `
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem 1rem; border-bottom: 1px solid var(--line); padding-bottom: .6rem; margin-bottom: .8rem; }
.bar span { flex: 1; color: var(--soft); font-size: .9rem; }
.bar a { display: inline-flex; align-items: center; min-height: 44px; font-weight: 700; text-decoration: none; }
.bar form { margin: 0; }
.rows { list-style: none; margin: 0; padding: 0; }
.rows li + li { border-top: 1px solid var(--line); }
.rows a { display: block; padding: .7rem 0; min-height: 44px; color: inherit; text-decoration: none; }
.rows a strong { display: block; }
.rows a:hover strong { text-decoration: underline; }
.main { background: var(--accent); border-color: var(--accent); color: var(--paper); font-weight: 700; }
html.large .rows a, html.large .bar a, html.large .bar button { min-height: 64px; }
`;

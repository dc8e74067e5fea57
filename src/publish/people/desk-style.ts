/** What the desk adds to the look of the board: a bar on top, rows that are touched, and forms. */
export const deskStyle = `
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem 1rem; border-bottom: 1px solid var(--line); padding-bottom: .6rem; margin-bottom: .8rem; }
.bar span { flex: 1; color: var(--soft); font-size: .9rem; }
.bar a { display: inline-flex; align-items: center; min-height: 44px; font-weight: 700; text-decoration: none; }
.bar form { margin: 0 0 0 auto; }
html.large .bar span { order: 3; flex-basis: 100%; }
.rows { list-style: none; margin: 0; padding: 0; }
.rows li + li { border-top: 1px solid var(--line); }
.rows a:not(.touch) { display: block; padding: .7rem 0; min-height: 44px; color: inherit; text-decoration: none; }
.rows a strong { display: block; }
.rows a:hover strong { text-decoration: underline; }
.rows a.touch { margin: 0 0 .6rem; }
.deeds.first a { border: 2px solid var(--accent); }
.rows .plain { padding: .7rem 0; }
.rows .plain strong { display: block; }
.rows .note, .rows .marks { display: block; }
.rows .marks { display: flex; }
.deeds .rows a:not(.touch) { border: 1px solid var(--line); border-radius: 10px; padding: .6rem .9rem; margin: .5rem 0; }
.deeds .rows li + li { border-top: 0; }
.touch { display: inline-flex; align-items: center; min-height: 44px; padding: 0 .9rem; margin: .15rem 0; border: 1px solid var(--line); border-radius: 99px; background: var(--card); color: var(--ink); text-decoration: none; white-space: nowrap; }
html.large .touch { min-height: 64px; white-space: normal; }
.tick { display: flex; gap: .8rem; align-items: center; min-height: 44px; padding: .4rem 0; border-top: 1px solid var(--line); }
.tick input { width: 1.4rem; min-width: 1.4rem; min-height: 1.4rem; accent-color: var(--accent); }
.tick .note { display: block; }
.may { font-weight: 400; font-size: .9rem; color: var(--soft); }
html.large .tick { min-height: 64px; }
.main { background: var(--accent); border-color: var(--accent); color: var(--paper); font-weight: 700; }
fieldset { border: 1px solid var(--line); border-radius: 10px; margin: 0 0 1rem; padding: .4rem .9rem; }
.ballots fieldset { display: flex; flex-wrap: wrap; gap: 0 1.2rem; margin-bottom: .5rem; }
.ballots .tick { border-top: 0; }
.fill p { margin: 0 0 1rem; }
.fill label, .fill legend { font-weight: 700; }
.fill .note, .fill .fault { display: block; margin: .1rem 0 .3rem; }
.fault { color: var(--red); font-weight: 700; }
.fill .tick label { flex: 1; display: flex; align-items: center; min-height: 44px; font-weight: 400; }
.fill .main { width: 100%; min-height: 48px; margin: .3rem 0; justify-content: center; text-align: center; }
.told p { margin: .3rem 0; }
.wide { max-width: 100%; height: auto; }
html.large .rows a, html.large .bar a, html.large .bar button { min-height: 64px; }
a.touch[aria-current] { border-color: currentColor; font-weight: 700; }
`;

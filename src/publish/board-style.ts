import { pageFonts, paints, sharePaints } from './paints.js';

/**
 * The look of the notice board. Large type, contrast of at least 4.5 : 1 in both modes, one column on a phone, and plain
 * black on white on paper.
 */
export const boardStyle = `
:root {
  color-scheme: light dark;
  --paper: ${paints.ground}; --card: ${paints.card}; --ink: ${paints.ink}; --soft: ${paints.soft}; --line: ${paints.line};
  --accent: ${paints.accent}; --bar: ${paints.accent}; --track: ${paints.track};
  --green: ${paints.green}; --yellow: ${paints.yellow}; --red: ${paints.red}; --blue: ${paints.blue}; --grey: ${paints.grey};
  ${sharePaints.map((paint, index) => `--k${index + 1}: ${paint};`).join(' ')}
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #181715; --card: #22201d; --ink: #f2eee6; --soft: #c1b9ab; --line: #48433b;
    --accent: #ff9d92; --bar: #e8766a; --track: #3a362f;
    --green: #86d79d; --yellow: #f0c365; --red: #ff9d92; --blue: #9cc4ff; --grey: #c1b9ab;
    --k1: #ff9d92; --k2: #9cc4ff; --k3: #86d79d; --k4: #f0c365; --k5: #cdb0f5; --k6: #c1b9ab;
  }
}
* { box-sizing: border-box; }
html { font-size: 20px; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); line-height: 1.6; overflow-wrap: anywhere;
  font-family: ${pageFonts};
}
main, footer { max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: .3rem 0 .6rem; }
h2 { font-size: 1.25rem; margin: 0 0 .7rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
p { margin: .5rem 0; }
a { color: var(--accent); text-underline-offset: .2em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .5rem 1rem; }
.eyebrow, .note { color: var(--soft); font-size: .9rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1.1rem; margin: 1rem 0; }
.tabs { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; margin: 1rem 0; list-style: none; }
.tabs a { display: block; padding: .45rem .9rem; min-height: 2.4rem; border: 1px solid var(--line); border-radius: 99px; background: var(--card); color: var(--ink); text-decoration: none; }
.tabs a[aria-current] { background: var(--accent); border-color: var(--accent); color: var(--paper); font-weight: 700; }
.projects { list-style: none; margin: 0; padding: 0; }
.projects li + li { border-top: 1px solid var(--line); }
.projects a { display: block; padding: .8rem 0; min-height: 3rem; color: inherit; text-decoration: none; }
.projects li:first-child a { padding-top: .2rem; }
.projects li:last-child a { padding-bottom: .2rem; }
.projects a:hover .name { text-decoration: underline; }
.projects .name { display: block; font-weight: 700; font-size: 1.1rem; }
.marks { display: flex; flex-wrap: wrap; gap: .3rem 1rem; font-size: .95rem; color: var(--soft); }
.colour { font-weight: 700; white-space: nowrap; }
.colour::before { content: ""; display: inline-block; width: .7em; height: .7em; border-radius: 50%; background: currentColor; margin-right: .35em; }
.green { color: var(--green); } .yellow { color: var(--yellow); } .red { color: var(--red); }
.blue { color: var(--blue); } .grey, .stopped { color: var(--grey); }
.steps { display: grid; grid-template-columns: repeat(4, 1fr); gap: .4rem; list-style: none; margin: 1rem 0 0; padding: 0; font-size: .9rem; text-align: center; }
.steps li { border-top: 6px solid var(--track); padding-top: .35rem; color: var(--soft); }
.steps .done { border-color: var(--bar); }
.steps [aria-current] { border-color: var(--bar); color: var(--ink); font-weight: 700; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .4rem 1.2rem; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; }
.words { white-space: pre-wrap; }
.figures { display: grid; grid-template-columns: repeat(3, 1fr); gap: .6rem; margin: 0 0 1rem; }
.figures div { border: 1px solid var(--line); border-radius: 10px; padding: .6rem .7rem; }
.figures dt { font-size: .9rem; }
.figures dd { font-size: 1.15rem; font-weight: 700; white-space: nowrap; font-variant-numeric: tabular-nums; }
.sum { font-variant-numeric: tabular-nums; }
svg { display: block; width: 100%; height: 22px; margin: .3rem 0 .8rem; }
svg .track { fill: var(--track); } svg .bar { fill: var(--bar); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
td { min-width: 2.2em; }
td:first-child { min-width: 4em; }
th, td { text-align: left; vertical-align: top; padding: .5rem .5rem .5rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 400; color: var(--soft); font-size: .9rem; white-space: nowrap; }
.number { text-align: right; white-space: nowrap; padding-right: 0; }
td.number + td.number { padding-left: .5rem; }
tfoot td { font-weight: 700; border-bottom: 0; }
.log { list-style: none; margin: 0; padding: 0; }
.log li { padding: .6rem 0; border-top: 1px solid var(--line); }
.log li:first-child { border-top: 0; }
.log time { color: var(--soft); font-size: .9rem; margin-right: .6rem; }
summary { cursor: pointer; padding: .6rem 0; min-height: 44px; }
details .words { border-left: 4px solid var(--line); padding-left: .8rem; margin: 0 0 .8rem; }
.pager { display: flex; justify-content: space-between; gap: 1rem; margin: 1rem 0; }
.pager a { padding: .5rem 0; white-space: nowrap; }
.months { padding-left: 1.2rem; }
.months a { white-space: nowrap; margin-right: .5rem; }
footer { color: var(--soft); font-size: .9rem; padding-bottom: 2.5rem; }
code { font-family: ui-monospace, "SFMono-Regular", Consolas, monospace; }
::placeholder { color: var(--soft); opacity: 1; }
.eyebrow a, .note a, .log a, .months a, .pager a { min-height: 44px; display: inline-flex; align-items: center; }
html.large { font-size: 28px; }
html.large body { line-height: 1.7; }
html.large p, html.large .log li { margin-block: .75rem; }
html.large .tabs a, html.large .pager a, html.large .eyebrow a, html.large .note a, html.large .sizes a, html.large .log a, html.large .months a { min-height: 64px; display: inline-flex; align-items: center; }
html.large summary { min-height: 64px; padding-block: .8rem; }
html.large .projects a { min-height: 64px; padding-block: .9rem; }
html.large .figures { grid-template-columns: 1fr; }
html.large dl:not(.figures) { grid-template-columns: 1fr; gap: 0; }
html.large dl:not(.figures) dd { margin-bottom: .7rem; }
html.large th, html.large .number { white-space: normal; word-break: keep-all; overflow-wrap: normal; }
html.large .figures div, html.large .legend li { flex-wrap: wrap; }
html.large .legend .what { min-width: 65%; }
html.large .steps { grid-template-columns: repeat(2, 1fr); }
.sizes { max-width: 46rem; margin: 0 auto; padding: .6rem 1rem 0; text-align: right; }
.sizes a { display: inline-flex; align-items: center; min-height: 44px; padding: 0 .9rem; border: 1px solid var(--line); border-radius: 99px; background: var(--card); color: var(--ink); text-decoration: none; }
.narrow { display: none; }
.legend { list-style: none; margin: .4rem 0 .8rem; padding: 0; }
.legend li { display: flex; gap: .6rem; align-items: baseline; justify-content: space-between; padding: .25rem 0; }
.legend svg { display: inline-block; flex: none; width: .9em; height: .9em; margin: 0; align-self: center; }
.legend .what { flex: 1; }
.k1 { fill: var(--k1); } .k2 { fill: var(--k2); } .k3 { fill: var(--k3); } .k4 { fill: var(--k4); } .k5 { fill: var(--k5); } .k6 { fill: var(--k6); }
.own { fill: currentColor; }
.mark { stroke: var(--ink); stroke-width: .7; }
svg.line { height: 30px; overflow: visible; }
svg.qr { width: 11rem; height: auto; aspect-ratio: 1; }
.photos { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: .7rem; margin: .6rem 0; padding: 0; list-style: none; }
.photos img { width: 100%; height: 9rem; object-fit: cover; border-radius: 8px; border: 1px solid var(--line); background: var(--track); display: block; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .5rem; list-style: none; margin: .5rem 0 1.2rem; padding: 0; }
.tiles a { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .1rem .6rem; height: 100%; min-height: 44px; padding: .5rem .7rem; border: 1px solid var(--line); border-radius: 10px; color: inherit; text-decoration: none; }
ul.marks { list-style: none; margin: 0; padding: 0; }
button { font: inherit; min-height: 44px; padding: .4rem 1.1rem; border: 1px solid var(--line); border-radius: 99px; background: var(--card); color: var(--ink); cursor: pointer; }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
.search { display: grid; gap: .5rem .8rem; align-items: center; margin: 0 0 .8rem; }
@media (min-width: 600px) { .search { grid-template-columns: max-content 1fr; } }
.search button { grid-column: 1 / -1; justify-self: start; }
input, select, textarea { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 10px; min-height: 44px; padding: .4rem .7rem; width: 100%; max-width: 100%; }
input:focus-visible, select:focus-visible, textarea:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
html.large button, html.large .tiles a, html.large h3 a, html.large section p a { min-height: 64px; display: inline-flex; align-items: center; }
html.large .tiles { grid-template-columns: 1fr; }
@media (max-width: 30rem) {
  html.large .days, html.large .days tbody, html.large .days tr, html.large .days td { display: block; border: 0; padding: 0; }
  html.large .narrow { display: inline; }
  html.large .days thead { position: absolute; left: -999px; }
  html.large .days tr { border-bottom: 1px solid var(--line); padding: .6rem 0; }
  html.large .days td:first-child { font-weight: 700; }
  .lines thead { position: absolute; left: -999px; }
  .lines, .lines tbody, .lines tr, .lines td { display: block; }
  .lines tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
  .lines td { border: 0; padding: .1rem 0; }
  .lines .number { display: flex; justify-content: space-between; gap: 1rem; }
  .lines .narrow { display: inline; color: var(--soft); }
  html.large .spends thead { position: absolute; left: -999px; }
  html.large .spends, html.large .spends tbody, html.large .spends tfoot, html.large .spends tr, html.large .spends td { display: block; }
  html.large .spends tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
  html.large .spends td { border: 0; padding: 0; }
  html.large .spends .number { font-weight: 700; }
  .photos { grid-template-columns: repeat(auto-fill, minmax(6.5rem, 1fr)); }
  .photos img { height: auto; aspect-ratio: 4 / 3; }
  main, footer { padding: .8rem; }
  .card { padding: .9rem; border-radius: 10px; }
  .figures { grid-template-columns: 1fr; }
  .figures div { display: flex; justify-content: space-between; gap: 1rem; align-items: baseline; }
  dl:not(.figures) { grid-template-columns: 1fr; gap: 0; }
  dl:not(.figures) dd { margin-bottom: .6rem; }
}
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #999; --accent: #000; --bar: #000; --track: #ddd;
    --green: #000; --yellow: #000; --red: #000; --blue: #000; --grey: #000; }
  html { font-size: 14pt; }
  .tabs, .pager, .skip, .sizes { display: none; }
  html.large { font-size: 18pt; }
  details:not([open]) > summary { list-style: none; }
  @page { size: A4; margin: 16mm; }
  h2, h3 { break-after: avoid; } tr, li { break-inside: avoid; }
  .card { border-radius: 0; border-width: 0 0 1px; padding: 0 0 .8rem; }
  main, footer { max-width: none; padding: 0; }
  a { text-decoration: none; }
  svg .track, svg .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

import { pageFonts, paints } from '../paints.js';

/** For a screen of 1 to 1.5 m width read from five metres: body type is at least 25 mm high there. Dark on light, 7 : 1 and more. */
export const wallStyle = `
* { box-sizing: border-box; }
html { font-size: clamp(18px, 2.1vw, 84px); }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: ${paints.ground}; color: ${paints.ink}; line-height: 1.4; overflow-wrap: anywhere;
  font-family: ${pageFonts};
}
header { background: ${paints.accent}; color: #ffffff; padding: .5rem 1rem; display: flex; justify-content: space-between; align-items: center; gap: 1rem; }
h1 { font-size: 1.4rem; margin: 0; }
header p, footer p { margin: 0; }
main { flex: 1; padding: .6rem 1rem; }
h2 { font-size: 1.9rem; line-height: 1.2; margin: .2rem 0 .5rem; }
p { margin: .3rem 0; }
.standing { display: flex; align-items: center; gap: 1rem; }
.percent { font-size: 1.6rem; font-weight: 700; white-space: nowrap; }
progress { flex: 1; height: 1.2rem; accent-color: ${paints.accent}; }
.colour { display: inline-block; padding: .05rem .6rem; border-radius: .4rem; color: #ffffff; font-weight: 700; white-space: nowrap; }
.standing .colour { font-size: 1.6rem; }
.green { background: ${paints.green}; } .yellow { background: ${paints.yellow}; } .red { background: ${paints.red}; }
.blue { background: ${paints.blue}; } .grey, .stopped { background: ${paints.grey}; }
.missing { color: ${paints.red}; font-weight: 700; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0; }
dt { color: ${paints.soft}; } dd { margin: 0; }
.steps { list-style: none; margin: .6rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem; }
.steps li { border: .12rem solid ${paints.soft}; border-radius: .4rem; padding: .1rem .6rem; }
.steps .done { background: ${paints.green}; border-color: ${paints.green}; color: #ffffff; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: .08rem solid ${paints.line}; text-align: left; padding: .3rem .6rem .3rem 0; vertical-align: top; }
td:nth-child(3), td:nth-child(4) { white-space: nowrap; }
.reason { color: #403c35; }
td .reason { font-size: .8rem; margin: 0; }
.summary { font-weight: 700; }
footer a { color: ${paints.accent}; text-underline-offset: .2em; }
footer { padding: .3rem 1rem; color: ${paints.soft}; font-size: .8rem; }
@media (max-width: 700px) {
  header { display: block; }
  td:nth-child(3), td:nth-child(4) { white-space: normal; }
}
`;

import { dayWords, momentWords, noonOf } from '../../domain/calendar.js';
import type { KeyLine, WallLine } from '../../store/county/wall-chart.js';
import { type Html, html, tableHead } from '../html.js';
import { byUrgency, moneyWords, milestoneWords, summary, unset, type WallView } from './wall-words.js';

/** A screen on the wall is loaded anew so often, without a script. */
const refreshSeconds = 300;

/** The wall chart as one page for a screen that nobody touches, to be read from five metres. */
export function wallPage({ place, year, lines, at, code }: WallView & { readonly code: string }): string {
  const [only] = lines;
  const one = lines.length === 1 ? only : undefined;
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta http-equiv="refresh" content="${refreshSeconds}" />
        <title>${place} ${year}年度攻坚项目挂图</title>
        <link rel="stylesheet" href="/board/wall.css" />
      </head>
      <body>
        <header>
          <h1>${place} ${year}年度攻坚项目</h1>
          <p>${momentWords(at)}</p>
        </header>
        <main>${one ? whole(one, at) : table(lines, at)}</main>
        <footer>
          <p>挂图作战，人人可看。<a href="/board/${code}">到公示栏看全部账目</a></p>
        </footer>
      </body>
    </html> `.text;
}

function whole({ grid, key }: WallLine, at: Date): Html {
  if (!key)
    return html`<p class="missing">${grid.name}${unset}</p>
      <p>请书记在群里发送：12号定为年度攻坚项目：目标三盏路灯全部亮起，期限12月31日。</p>`;
  const { project, milestones, leader } = key;
  return html`
    <h2>${project.no}号 ${project.title}</h2>
    ${standing(key)}
    <p class="reason">${key.verdict.reason}</p>
    <dl>
      <dt>目标</dt>
      <dd>${key.key.goal}</dd>
      ${
        key.key.baseline &&
        html`<dt>现状</dt>
          <dd>${key.key.baseline}</dd>`
      }
      <dt>期限</dt>
      <dd>${dayWords(noonOf(key.key.deadline), at)}</dd>
      <dt>牵头</dt>
      <dd>${leader}</dd>
      <dt>资金</dt>
      <dd>${moneyWords(key.receivedFen, project.budgetFen)}</dd>
    </dl>
    ${
      milestones.length > 0 &&
      html`<ol class="steps">
        ${milestones.map(step => html`<li class="${step.doneAt ? 'done' : 'open'}">${milestoneWords(step, at)}</li>`)}
      </ol>`
    }
  `;
}

function standing({ verdict, percent }: KeyLine): Html {
  return html`<p class="standing">
    <span class="colour ${verdict.colour}">${verdict.word}</span>
    <span class="percent">完成${percent}%</span>
    <progress max="100" value="${percent}" aria-label="完成百分之几"></progress>
  </p>`;
}

function table(lines: readonly WallLine[], at: Date): Html {
  return html`<p class="summary">${summary(lines)}</p>
    <table>
      ${tableHead(['网格', '攻坚项目', '进展', '期限'])}
      <tbody>
        ${byUrgency(lines).map(line => row(line, at))}
      </tbody>
    </table>`;
}

function row({ grid, key }: WallLine, at: Date): Html {
  if (!key)
    return html`<tr>
      <th scope="row">${grid.name}</th>
      <td class="missing" colspan="3">${unset}</td>
    </tr>`;
  return html`<tr>
    <th scope="row">${grid.name}</th>
    <td>
      ${key.project.title}
      <p class="reason">${key.verdict.reason}</p>
    </td>
    <td><span class="colour ${key.verdict.colour}">${key.verdict.word}</span> ${key.percent}%</td>
    <td>${dayWords(noonOf(key.key.deadline), at)}</td>
  </tr>`;
}

import { dayMs, startOf } from '../../domain/calendar.js';
import { categoryCalled } from '../../domain/proposal/categories.js';
import { reportStates } from '../../domain/proposal/report.js';
import type { ReportAges } from '../../domain/proposal/report-ages.js';
import type { Unit } from '../../store/engine/unit.js';
import { framed } from '../board-frame.js';
import { Html, html, tableHead } from '../html.js';
import { type Look, usualLook } from '../look.js';
import { reportLine } from './report-words.js';

/**
 * What was reported and how long it has waited, for everybody (docs/domain.md 13): place by building and entrance, kind and state;
 * nobody's words and nobody's name. Below it what came to its end this year, by its end.
 */
export async function reportsBoard(unit: Unit, { now, look = usualLook }: { now: Date; look?: Look }): Promise<string> {
  const { grid } = unit;
  const open = await unit.reports.standing();
  const lines: Html[] = [];
  for (const report of open.toSorted((a, b) => a.openedAt.getTime() - b.openedAt.getTime())) {
    const days = Math.floor((now.getTime() - report.openedAt.getTime()) / dayMs);
    lines.push(html`<li>${await reportLine(unit, report, now)}，报了${days}天</li>`);
  }
  const ended = await unit.reports.endedSince(startOf('year', now));
  const ends = (['solved', 'elsewhere', 'grown'] as const).map(
    state => [reportStates[state], ended.filter(one => one.state === state).length] as const,
  );
  return framed({
    title: `报事和办理 · ${grid.name}公示栏`,
    body: html`<p class="eyebrow"><a href="/board/${grid.code}">${grid.name}公示栏</a></p>
      <h1>报事和办理</h1>
      <section class="card">
        <h2>在办的${open.length}件，等得最久的在前</h2>
        ${
          lines.length === 0
            ? html`<p class="note">现在没有在办的报事。</p>`
            : html`<ul>
                ${lines}
              </ul>`
        }
        <p class="note">这里不写谁报的、说了什么。东西坏了、脏了、有危险，在群里@小助手发送“报事：……”。</p>
      </section>
      <section class="card">
        <h2>今年办结${ended.length}件</h2>
        <ul>
          ${ends.map(([said, count]) => html`<li>${said}：${count}件</li>`)}
        </ul>
      </section>`,
    look,
  });
}

/** The open reports of a county, a subdistrict or a community by kind and days; nothing where there are none. */
export function reportAgesCard(ages: Readonly<Record<string, ReportAges>>): Html | false {
  const rows = Object.entries(ages).toSorted(([, a], [, b]) => b.longestDays - a.longestDays || b.open - a.open);
  if (rows.length === 0) return false;
  return html`<section class="card">
    <h2>在办的报事</h2>
    <table>
      ${tableHead(['种类'], ['在办', '超期', '最久'])}
      <tbody>
        ${rows.map(
          ([category, { open, overdue, longestDays }]) =>
            html`<tr>
              <td>${categoryCalled(category).said}</td>
              <td class="number">${open}件</td>
              <td class="number">${overdue}件</td>
              <td class="number">${longestDays}天</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

import { dayOf, dayWords, noonOf } from '../../domain/calendar.js';
import { plain } from '../../domain/plain-text.js';
import { missedDuty } from '../../store/works/duty.js';
import type { Finding } from '../../store/works/finding.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { type Html, html } from '../html.js';

/** What the supervision team found and whether it is mended, and the days on which nobody looked; nothing before works began. */
export async function supervisionCard(unit: Unit, project: Project, now: Date): Promise<Html | false> {
  const findings = await unit.supervision.findings(project.id);
  const missed = await missedDuty(unit, project, now);
  const stop = await unit.watch.stoppage(project.id);
  if (!stop && findings.length === 0 && missed.length === 0) return false;
  const last = missed.at(-1);
  const { code } = unit.grid;
  return html`<section class="card">
    <h2>监督</h2>
    ${stop && html`<p class="red">停工中，从${dayWords(stop.since, now)}起：${plain(stop.reason, 100)}。${photoLinks('照片', stop.photos, code)}</p>`}
    ${last && html`<p>开工以来有${missed.length}个工作日没有巡查，最近的一个是${dayWords(noonOf(last), now)}。</p>`}
    ${
      findings.length > 0 &&
      html`<h3>整改</h3>
        <ul>
          ${findings.map(
            finding =>
              html`<li>
                整改${finding.no}：${finding.text}。${photoLinks('照片', finding.foundPhotos, code)}${findingStanding(finding, now)}${photoLinks('改好的照片', finding.photos, code)}
              </li>`,
          )}
        </ul>`
    }
  </section>`;
}

/** `看照片1、2。`; nothing without any. */
function photoLinks(called: string, photos: readonly string[] | null, code: string): Html | false {
  if (!photos || photos.length === 0) return false;
  return html`看${called}${photos.map((digest, index) => html` <a href="/board/${code}/photo/${digest}">${index + 1}</a>`)}。`;
}

export function findingStanding({ state, dueOn, mendedAt, checkedAt, fault }: Finding, now: Date): string {
  const due = `${dayWords(noonOf(dueOn), now)}前改好`;
  if (state === 'closed') return `复查通过${checkedAt ? `，${dayWords(checkedAt, now)}` : ''}`;
  if (state === 'mended') return `${mendedAt ? dayWords(mendedAt, now) : ''}已报改好，等监管小组复查`;
  const late = dueOn < dayOf(now) ? '，已超期' : '';
  return fault === null ? `${due}${late}` : `复查不通过：${fault}；${due}${late}`;
}

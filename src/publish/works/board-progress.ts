import { dayWords } from '../../domain/calendar.js';
import type { Project } from '../../store/proposal/project.js';
import type { WorkNote } from '../../store/works/work-note.js';
import type { Unit } from '../../store/engine/unit.js';
import { meter } from '../board-meter.js';
import { workPhotos } from './board-photos.js';
import { Html, html } from '../html.js';
import { ratingWords } from './rating-words.js';

const shownNotes = 30;

/** How the works stand: percent, what was reported and inspected, newest first, the acceptance and the rating. */
export async function progressCard(
  unit: Unit,
  project: Project,
  { next, now }: { next: string; now: Date },
): Promise<Html> {
  const notes = await unit.works.notes(project.id);
  const log = notes.filter(({ kind }) => kind !== 'acceptance').toReversed();
  const inspections = log.filter(({ kind }) => kind === 'inspection').length;
  return html`<section class="card">
    <h2>进度</h2>
    ${meter('完成', project.percent, 100)}
    <p>下一步：${next}。</p>
    ${log.length === 0 ? html`<p class="note">还没有开工的消息。</p>` : html`<p class="note">报进度${log.length - inspections}次，监管小组巡查${inspections}次。</p>`}
    ${await workPhotos(unit, project, notes, now)} ${acceptance(notes)} ${await rating(unit, project, now)}
    ${
      log.length > 0 &&
      html`<h3>施工和巡查记录</h3>
        <ul class="log">
          ${log.slice(0, shownNotes).map(note => entry(note, now))}
        </ul>`
    }
    ${log.length > shownNotes && html`<p class="note">更早的${log.length - shownNotes}条在下面的公示里。</p>`}
  </section>`;
}

function entry({ kind, text, percent, at }: WorkNote, now: Date): Html {
  const what = kind === 'inspection' ? '巡查' : percent === null ? '进度' : `完成${percent}%`;
  return html`<li>
    <time datetime="${at.toISOString()}">${dayWords(at, now)}</time><strong>${what}</strong> ${text}
  </li>`;
}

function acceptance(notes: readonly WorkNote[]): Html | false {
  const signed = notes.filter(({ kind }) => kind === 'acceptance');
  if (signed.length === 0) return false;
  const passed = signed.filter(({ result }) => result === 'pass').length;
  return html`<p>验收签字${signed.length}人次：合格${passed}，不合格${signed.length - passed}。</p>`;
}

async function rating(unit: Unit, project: Project, now: Date): Promise<Html | false> {
  const words = await ratingWords(unit, project, now);
  return words !== null && html`<p>${words}</p>`;
}

import { dayOf, daysBetween, dayWords } from '../../domain/calendar.js';
import type { Milestone } from '../../store/works/milestone.js';
import { Html, html, tableHead } from '../html.js';

/** The milestones with the day planned and the day reached, and how each stands in words; nothing is counted down once all is over. */
export function schedule(milestones: readonly Milestone[], now: Date, isOver = false): Html | false {
  if (milestones.length === 0) return false;
  return html`<h3>工期</h3>
    <table class="days">
      ${tableHead(['节点', '计划', '实际'])}
      <tbody>
        ${milestones.map(
          milestone =>
            html`<tr>
              <td>${milestone.name}</td>
              <td><span class="narrow">计划</span>${dayWords(plannedDay(milestone), now)}</td>
              <td>${isOver && !milestone.doneAt ? '没有报过完成' : standing(milestone, now)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

/** `已完成，3月2日（周一）`, `已晚2天`, `还有5天`. */
export function standing(milestone: Milestone, now: Date): string {
  const { doneAt } = milestone;
  const lateDays = daysBetween(milestone.plannedOn, dayOf(doneAt ?? now));
  if (doneAt) return `${dayWords(doneAt, now)}完成${lateDays > 0 ? `，晚${lateDays}天` : ''}`;
  if (lateDays > 0) return `已晚${lateDays}天`;
  return lateDays === 0 ? '就在今天' : `还有${-lateDays}天`;
}

/** Noon, so that the words of the day are those of the plan. */
export function plannedDay({ plannedOn }: Milestone): Date {
  return new Date(`${plannedOn}T12:00:00+08:00`);
}

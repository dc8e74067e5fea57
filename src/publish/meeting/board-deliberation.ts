import { dayWords, momentWords } from '../../domain/calendar.js';
import type { Meeting } from '../../store/meeting/meeting.js';
import type { Objection } from '../../store/plan/objection.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { Html, html } from '../html.js';

/** Meetings with their minutes, and objections with their answers; nothing where there are none. No name of any member. */
export async function deliberationCard(unit: Unit, project: Project, now: Date): Promise<Html | false> {
  const meetings = await unit.meetings.ofProject(project.id);
  const objections = await unit.objections.ofProject(project.id);
  if (meetings.length === 0 && objections.length === 0) return false;
  const met: Html[] = [];
  for (const meeting of meetings)
    met.push(meetingPart(meeting, (await unit.meetings.attendance(meeting.id)).length, now));
  return html`<section class="card">
    <h2>议事和异议</h2>
    ${met} ${objections.length > 0 && html`<h3>异议</h3>`} ${objections.map(objection => objectionPart(objection, now))}
  </section>`;
}

function meetingPart({ agenda, place, startsAt, calledAt, minutes }: Meeting, present: number, now: Date): Html {
  return html`<h3>议事会：${agenda}</h3>
    <p class="note">
      ${momentWords(startsAt, now)}${place ? `，${place}` : ''}，到场${present}户；${dayWords(calledAt, now)}召集。
    </p>
    ${minutes && html`<p class="words">${minutes}</p>`}`;
}

function objectionPart({ no, text, answer, answeredAt, upheld, dueAt }: Objection, now: Date): Html {
  const last = dayWords(new Date(dueAt.getTime() - 1), now);
  const said = answeredAt
    ? html`<p class="words">答复，${dayWords(answeredAt, now)}：${upheld ? '成立。' : ''}${answer}</p>`
    : html`<p class="note">待答复，应在${last}24:00前。</p>`;
  return html`<p class="words">第${no}条：${text}</p>
    ${said}`;
}

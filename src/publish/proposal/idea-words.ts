import { plain } from '../../domain/plain-text.js';
import type { Idea } from '../../store/proposal/idea.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { type Html, html } from '../html.js';

/** `建议2 装太阳能灯：没有采纳，冬天日照不够`; nobody's name. */
export function ideaLine({ no, text, taken, answer }: Idea): string {
  const verdict = taken === null ? '还没有答复' : taken === 1 ? '写进方案' : '没有采纳';
  return `建议${no} ${plain(text, 100)}：${verdict}${answer === null ? '' : `，${plain(answer, 100)}`}`;
}

/** What the plan says of the ideas, in one line; empty where there are none. */
export async function ideasInPlan(unit: Unit, { id, no }: Pick<Project, 'id' | 'no'>): Promise<string> {
  const ideas = await unit.projects.ideas.ofProject(id);
  if (ideas.length === 0) return '';
  const count = (taken: number | null): number => ideas.filter(one => one.taken === taken).length;
  const open = count(null) > 0 ? `，${count(null)}条还没答复` : '';
  const taken = ideas.filter(one => one.taken === 1).map(({ text }) => plain(text, 30));
  const named = taken.length > 0 ? `（${taken.slice(0, 5).join('；')}）` : '';
  return `${ideas.length}条，写进方案${count(1)}条${named}，没有采纳${count(0)}条${open}；每条的原因发送“${no}号建议”看`;
}

/** The ideas with what became of each, for the board; nothing where there are none. */
export async function ideasCard(unit: Unit, { id }: Project): Promise<Html | false> {
  const ideas = await unit.projects.ideas.ofProject(id);
  if (ideas.length === 0) return false;
  return html`<section class="card" id="ideas">
    <h2>邻居的建议</h2>
    <ul>
      ${ideas.map(idea => html`<li>${ideaLine(idea)}</li>`)}
    </ul>
  </section>`;
}

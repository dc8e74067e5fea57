import { momentWords } from '../../domain/calendar.js';
import { isPlan } from '../../domain/notice/owed-notices.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { Html, html } from '../html.js';
import { changedLines } from '../notice/notice-texts.js';

const most = 10;

/** The versions of a plan, newest first, each with what it changed; none where there was one version only. */
export async function versions(unit: Unit, project: Project, now: Date): Promise<Html | false> {
  const plans = (await unit.disclosures.ofProject(project.id)).filter(isPlan);
  if (plans.length < 2) return false;
  const changes = plans.slice(0, -1).map((plan, index) => ({ plan, before: plans[index + 1] }));
  return html`<h3>方案改过什么</h3>
    <ul class="log">
      ${changes.slice(0, most).map(({ plan, before }) => {
        const { added, gone } = changedLines(before?.text ?? '', plan.text);
        return html`<li>
          <time datetime="${plan.at.toISOString()}">${momentWords(plan.at, now)}</time
          ><strong>第${plan.no}号公示</strong>代替第${before?.no ?? 0}号
          ${gone.map(line => html`<p><del>${line}</del></p>`)} ${added.map(line => html`<p><ins>${line}</ins></p>`)}
        </li>`;
      })}
    </ul>
    <p class="note">划掉的是原来的，带下划线的是现在的。每一版的全文都在下面的公示记录里。</p>`;
}

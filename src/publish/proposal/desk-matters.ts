import { placeBeside } from '../../domain/proposal/title.js';
import { states, stepOf, steps } from '../../domain/lifecycle.js';
import { askedWords, waitWords } from '../../domain/next-words.js';
import type { Next } from '../../domain/step.js';
import { verdictOn } from '../../store/county/standing.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { pager, pagesOf } from '../board-pager.js';
import { type Html, html } from '../html.js';
import { colourMark } from '../notice/notice-board.js';
import { moneyBar, voteBar } from './matter-bars.js';
import { isFound } from './matter-found.js';

interface MattersView {
  /** What is looked for in number, title and place; empty: everything. */
  readonly q: string;
  /** One of the four steps, or 0 for what came to nothing; null: all. */
  readonly step: number | null;
  readonly page: number;
  readonly now: Date;
  /** What comes next with those under way, by number. */
  readonly next: ReadonlyMap<number, Next>;
}

const perPage = 20;

/** The matters of the grid: where each stands, its money, its votes, until when, and its colour with the reason. */
export async function mattersCard(unit: Unit, view: MattersView): Promise<Html> {
  const { q, step, now } = view;
  const all = (await unit.projects.all()).filter(project => isFound(project, q) && isAt(project, step));
  const pages = pagesOf(all.length, perPage);
  const page = Math.min(view.page, pages);
  const shown = all.slice((page - 1) * perPage, page * perPage);
  const items: Html[] = [];
  for (const project of shown) items.push(await item(unit, project, view.next.get(project.no), now));
  return html`<section class="card" id="matters">
    <h2>大家的事</h2>
    ${searchForm(q, step)}
    ${
      items.length === 0
        ? html`<p>
            ${q || step !== null ? '没有找到，换个词或者看全部。' : '还没有人提事情。有公共的事要办，就提一个。'}
          </p>`
        : html`<ul class="rows">
            ${items}
          </ul>`
    }
    ${pager({ label: '事情', page, pages, href: to => `/desk?${queryOf(q, step, to)}#matters` })}
  </section>`;
}

function isAt({ state }: Project, step: number | null): boolean {
  return step === null || stepOf(state) === step;
}

function queryOf(q: string, step: number | null, page: number): string {
  const query = new URLSearchParams();
  if (q) query.set('q', q);
  if (step !== null) query.set('step', String(step));
  if (page > 1) query.set('page', String(page));
  return query.toString();
}

function searchForm(q: string, step: number | null): Html {
  const choices = [...[1, 2, 3, 4].map(each => [each, steps[each as 1 | 2 | 3 | 4]] as const), [0, '未办成'] as const];
  return html`<form method="get" action="/desk#matters" class="search" role="search">
    <label for="q">找什么</label>
    <input id="q" name="q" type="search" value="${q}" maxlength="40" placeholder="编号或名称" />
    <label for="step">到哪一步</label>
    <select id="step" name="step">
      <option value="">全部</option>
      ${choices.map(
        ([value, name]) => html`<option value="${value}" ${value === step && html`selected`}>${name}</option>`,
      )}
    </select>
    <button type="submit">查找</button>
  </form>`;
}

async function item(unit: Unit, project: Project, next: Next | undefined, now: Date): Promise<Html> {
  const { no, title, state, percent } = project;
  const place = placeBeside(project);
  const verdict = await verdictOn(unit, project, now);
  // What has not begun has its step for a reason, and that stands beside it.
  const reason = verdict.reason === states[state].said ? '' : verdict.reason;
  const notes = [reason, next && dueWords(next, now)].filter(Boolean).join('；');
  return html`<li>
    <a href="/desk/${no}"
      ><strong>${no}号 ${title}</strong>${place && html`<span class="note">${place}</span>`}
      <span class="marks"
        ><span>${states[state].said}</span
        >${verdict.colour !== 'grey' && colourMark(verdict)}${state === 'in_progress' && html`<span>完成${percent}%</span>`}</span
      >${notes !== '' && html`<span class="note">${notes}</span>`}</a
    >
    ${await moneyBar(unit, project)}${state === 'voting' && (await voteBar(unit, project))}
  </li>`;
}

/** The first that has its day, with what it is the day of. */
function dueWords({ steps: coming, wait }: Next, now: Date): string {
  const dated = coming.find(({ optional, until }) => !optional && until);
  if (dated) return askedWords(dated, now);
  return wait?.until ? waitWords(wait, now) : '';
}

import { shortened } from '../../domain/plain-text.js';
import { dayWords } from '../../domain/calendar.js';
import type { Verdict } from '../../domain/county/colour.js';
import { type ProjectState, states, steps } from '../../domain/lifecycle.js';
import type { Project } from '../../store/proposal/project.js';
import { verdictOn } from '../../store/county/standing.js';
import type { Unit } from '../../store/engine/unit.js';
import { framed } from '../board-frame.js';
import { pager, pagesOf } from '../board-pager.js';
import { otherPages } from '../board-links.js';
import { rolesCard } from '../people/board-roles.js';
import { marketLink } from '../market/market-board.js';
import { journalHead } from '../journal-head.js';
import { Html, html } from '../html.js';
import { type Look, usualLook } from '../look.js';
import { qrCode } from '../qr-code.js';

interface BoardView {
  /** One of the four steps, or 0 for what came to nothing; all projects when left out. */
  readonly step?: number;
  readonly page: number;
  readonly now: Date;
  readonly look?: Look;
}

interface Line {
  readonly project: Project;
  readonly verdict: Verdict;
}

const perPage = 50;
const allStates = Object.keys(states) as ProjectState[];

/** The notice board of a grid: its projects by the four steps. Null for a page that does not exist. */
export async function gridBoard(unit: Unit, { step, page, now, look = usualLook }: BoardView): Promise<string | null> {
  const wanted = step === undefined ? allStates : statesOf(step);
  const total = await unit.projects.countIn(wanted);
  const pages = pagesOf(total, perPage);
  if (page > pages) return null;

  const shown = await unit.projects.page(wanted, { skip: (page - 1) * perPage, take: perPage });
  const lines: Line[] = [];
  for (const project of shown) lines.push({ project, verdict: await verdictOn(unit, project, now) });
  const { grid } = unit;
  const sections = [1, 2, 3, 4, 0].map(each =>
    stepSection(
      each,
      lines.filter(({ project }) => stepOf(project) === each),
      grid.code,
    ),
  );
  return framed({
    title: `${grid.name} · 众议众筹公示栏`,
    body: html`<p class="eyebrow">${grid.community} · 众议众筹公示栏</p>
      <h1>${grid.name}</h1>
      ${grid.closedAt && html`<p class="card">本网格${dayWords(grid.closedAt, now)}并入了别的网格。这里的公示只供查看，不再增加。</p>`}
      ${page === 1 && step === undefined && (await rolesCard(unit))}
      ${page === 1 && step === undefined && (await marketLink(unit))} ${await tabs(unit, step)}
      ${total === 0 ? html`<p class="card">还没有项目。在群里@小助手，说一句想办的事，例如“楼道灯坏了，想修一修”，就能提出来。</p>` : sections}
      ${pager({ label: '项目', page, pages, href: to => `?${step === undefined ? '' : `step=${step}&`}page=${to}` })}
      ${page === 1 && step === undefined && (await kfCard(unit))} ${await otherPages(unit)}`,
    foot: await journalHead(unit, now),
    look,
  });
}

/** The way into 微信客服, for whoever reads the board: to be tapped in WeChat, or scanned from a screen. */
async function kfCard(unit: Unit): Promise<Html | false> {
  const link = await unit.kfLinks.of(unit.grid.id);
  return (
    link !== null &&
    html`<section class="card">
      <h2>在微信里参加</h2>
      <p>用微信扫码，或在微信里<a href="${link}">点这里找客服</a>：投票、认捐、提意见，跟在群里说一样。</p>
      ${qrCode(link, '微信客服的二维码')}
    </section>`
  );
}

/** The colour of a project, with its word. */
export function colourMark({ colour, word }: Verdict): Html {
  return html`<span class="colour ${colour}">${word}</span>`;
}

function stepOf({ state }: Project): number {
  return state === 'withdrawn' ? 0 : states[state].step;
}

function statesOf(step: number): ProjectState[] {
  return allStates.filter(state => (state === 'withdrawn' ? 0 : states[state].step) === step);
}

function stepWords(step: number): string {
  return steps[step] || '未办成';
}

async function tabs(unit: Unit, current: number | undefined): Promise<Html> {
  const counts: { step: number; count: number }[] = [];
  for (const step of [1, 2, 3, 4, 0]) counts.push({ step, count: await unit.projects.countIn(statesOf(step)) });
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const shown = counts.filter(({ step, count }) => step > 0 || count > 0);
  return html`<nav aria-label="按步骤看">
    <ul class="tabs">
      ${tab(`全部 ${all}`, '?', current === undefined)}
      ${shown.map(({ step, count }) => tab(`${stepWords(step)} ${count}`, `?step=${step}`, step === current))}
    </ul>
  </nav>`;
}

function tab(label: string, href: string, isCurrent: boolean): Html {
  return html`<li><a href="${href}" ${isCurrent && html`aria-current="page"`}>${label}</a></li>`;
}

function stepSection(step: number, lines: readonly Line[], code: string): Html | false {
  if (lines.length === 0) return false;
  return html`<section class="card">
    <h2>${stepWords(step)}</h2>
    <ul class="projects">
      ${lines.map(line => item(line, code))}
    </ul>
  </section>`;
}

function item({ project, verdict }: Line, code: string): Html {
  const { no, title, state, percent } = project;
  return html`<li>
    <a href="/board/${code}/${no}">
      <span class="name">${no}号 ${short(title)}</span>
      <span class="marks">
        <span>${states[state].said}</span> ${colourMark(verdict)}
        ${state === 'in_progress' && html`<span>完成${percent}%</span>`}
      </span>
    </a>
  </li>`;
}

function short(title: string): string {
  return shortened(title, 60);
}

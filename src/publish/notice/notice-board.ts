import { shortened } from '../../domain/plain-text.js';
import { dayWords } from '../../domain/calendar.js';
import type { Verdict } from '../../domain/county/colour.js';
import { allStates, isUnderWay, type ProjectState, states, stepOf, steps } from '../../domain/lifecycle.js';
import { yuan } from '../../domain/money.js';
import { placeBeside } from '../../domain/proposal/title.js';
import type { Project } from '../../store/proposal/project.js';
import { verdictOn } from '../../store/county/standing.js';
import type { Unit } from '../../store/engine/unit.js';
import { framed } from '../board-frame.js';
import { pager, pagesOf } from '../board-pager.js';
import { otherPages } from '../board-links.js';
import { notFound, searchForm } from '../board-search.js';
import { moneyBar, voteBar } from '../proposal/matter-bars.js';
import { isFound } from '../proposal/matter-found.js';
import { rolesCard } from '../people/board-roles.js';
import { marketLink } from '../market/market-board.js';
import { journalHead } from '../journal-head.js';
import { Html, html } from '../html.js';
import { type Look, usualLook } from '../look.js';
import { qrCode } from '../qr-code.js';

interface BoardView {
  /** One of the four steps, or 0 for what came to nothing; all projects when left out. */
  readonly step?: number;
  /** What is looked for in number, title and place; empty: everything. */
  readonly q?: string;
  readonly page: number;
  readonly now: Date;
  readonly look?: Look;
  /** Who does what next with a project, and by when. */
  readonly next?: (project: Project) => Promise<string>;
}

interface Line {
  readonly project: Project;
  readonly verdict: Verdict;
  readonly next: string;
  readonly bars: Html;
}

const perPage = 50;

/** The notice board of a grid: its projects by the four steps. Null for a page that does not exist. */
export async function gridBoard(unit: Unit, view: BoardView): Promise<string | null> {
  const { step, q = '', page, now, look = usualLook } = view;
  const found = await foundProjects(unit, view);
  if (!found) return null;
  const { shown, total, pages } = found;
  const lines: Line[] = [];
  for (const project of shown) lines.push(await lineOf(unit, project, view));
  const { grid } = unit;
  const isFront = page === 1 && step === undefined && q === '';
  const sections = [1, 2, 3, 4, 0].map(each =>
    stepSection(
      each,
      lines.filter(({ project }) => stepOf(project.state) === each),
      grid.code,
    ),
  );
  return framed({
    title: `${grid.name} · 众议众筹公示栏`,
    body: html`<p class="eyebrow">${grid.community} · 众议众筹公示栏</p>
      <h1>${grid.name}</h1>
      ${grid.closedAt && html`<p class="card">本网格${dayWords(grid.closedAt, now)}并入了别的网格。这里的公示只供查看，不再增加。</p>`}
      ${isFront && (await rolesCard(unit))} ${isFront && (await marketLink(unit))} ${await tabs(unit, { step, q })}
      ${(total > 0 || q !== '') && searchIn(q, step)} ${total === 0 ? noneWords(q, step) : sections}
      ${pager({ label: '项目', page, pages, href: to => addressOf({ q, step, page: to }) })}
      ${isFront && (await kfCard(unit))} ${await otherPages(unit)}`,
    foot: await journalHead(unit, now),
    look,
  });
}

/** One page of the projects that are wanted; null for a page that does not exist. */
async function foundProjects(
  unit: Unit,
  { step, q = '', page }: BoardView,
): Promise<{ shown: readonly Project[]; total: number; pages: number } | null> {
  const wanted = step === undefined ? allStates : statesOf(step);
  const skip = (page - 1) * perPage;
  const found =
    q === '' ? null : (await unit.projects.all()).filter(one => wanted.includes(one.state) && isFound(one, q));
  const total = found ? found.length : await unit.projects.countIn(wanted);
  const pages = pagesOf(total, perPage);
  if (page > pages) return null;
  const shown = found ? found.slice(skip, skip + perPage) : await unit.projects.page(wanted, { skip, take: perPage });
  return { shown, total, pages };
}

/** What the list says of a project: its colour, its money, the turnout of its vote, and what comes next until when. */
async function lineOf(unit: Unit, project: Project, { now, next }: BoardView): Promise<Line> {
  const { budgetFen, state } = project;
  const money =
    (await moneyBar(unit, project)) || (budgetFen ? html`<p class="note">预算${yuan(budgetFen)}</p>` : false);
  return {
    project,
    verdict: await verdictOn(unit, project, now),
    next: next && isUnderWay(state) ? await next(project) : '',
    bars: html`${money}${state === 'voting' && (await voteBar(unit, project))}`,
  };
}

function noneWords(q: string, step: number | undefined): Html {
  if (q === '')
    return html`<p class="card">
      还没有项目。在群里@小助手，说一句想办的事，例如“楼道灯坏了，想修一修”，就能提出来。
    </p>`;
  // What is not in one step may be in another.
  return notFound(
    q,
    step === undefined ? { href: '?', words: '看全部' } : { href: addressOf({ q }), words: '在全部里找' },
  );
}

/** The address of this list, with what is looked for, at which step and on which page. */
function addressOf(parts: { q: string; step?: number | undefined; page?: number }): string {
  const { q, step, page } = parts;
  const said = [
    ...(q === '' ? [] : [`q=${encodeURIComponent(q)}`]),
    ...(step === undefined ? [] : [`step=${step}`]),
    ...(page === undefined ? [] : [`page=${page}`]),
  ];
  return `?${said.join('&')}`;
}

function searchIn(q: string, step: number | undefined): Html {
  const kept = step !== undefined && html`<input type="hidden" name="step" value="${step}" />`;
  return searchForm({ label: '找项目', placeholder: '编号或名称', q, kept });
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

function statesOf(step: number): ProjectState[] {
  return allStates.filter(state => stepOf(state) === step);
}

function stepWords(step: number): string {
  return steps[step] || '未办成';
}

/** The four steps; what is looked for stays looked for. */
async function tabs(unit: Unit, { step: current, q }: { step: number | undefined; q: string }): Promise<Html> {
  const counts: { step: number; count: number }[] = [];
  for (const step of [1, 2, 3, 4, 0]) counts.push({ step, count: await unit.projects.countIn(statesOf(step)) });
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const shown = counts.filter(({ step, count }) => step > 0 || count > 0);
  return html`<nav aria-label="按步骤看">
    <ul class="tabs">
      ${tab(`全部 ${all}`, addressOf({ q }), current === undefined)}
      ${shown.map(({ step, count }) => tab(`${stepWords(step)} ${count}`, addressOf({ q, step }), step === current))}
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

function item({ project, verdict, next, bars }: Line, code: string): Html {
  const { no, title, state, percent } = project;
  const place = placeBeside(project);
  return html`<li>
    <a href="/board/${code}/${no}">
      <span class="name">${no}号 ${short(title)}</span>${place && html`<span class="note">${short(place)}</span>`}
      <span class="marks">
        <span>${states[state].said}</span> ${colourMark(verdict)}
        ${state === 'in_progress' && html`<span>完成${percent}%</span>`}
      </span>
      ${next !== '' && html`<span class="note">下一步：${next}</span>`}
    </a>
    ${bars}
  </li>`;
}

function short(title: string): string {
  return shortened(title, 60);
}

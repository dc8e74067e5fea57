import { shortened } from '../../domain/plain-text.js';
import { type Colour, colours } from '../../domain/county/colour.js';
import type { Level } from '../../domain/county/county-access.js';
import { dayMs, momentWords } from '../../domain/calendar.js';
import { type Figures, slowestStep, together } from '../../domain/county/county-figures.js';
import { steps } from '../../domain/lifecycle.js';
import { type Source, sources } from '../../domain/funds/ledger.js';
import { yuan } from '../../domain/money.js';
import { sum } from '../../domain/sum.js';
import { creditRulesAt } from '../../domain/credit/credit.js';
import { rulesAt } from '../../domain/rules.js';
import { shares } from '../board-charts.js';
import { framed } from '../board-frame.js';
import { notFound, searchForm } from '../board-search.js';
import { noLevel } from './county-figures.js';
import { type GridLine, few, linesFound, rate, receivedFen } from './grid-line.js';
import { Html, html, tableHead } from '../html.js';
import type { Look } from '../look.js';
import { reportAgesCard } from '../proposal/report-board.js';
import { colourMark } from '../notice/notice-board.js';

interface Overview {
  readonly level: Level;
  readonly lines: readonly GridLine[];
  /** What is looked for in the names; empty: everything. */
  readonly q?: string;
  readonly now: Date;
  readonly look: Look;
}

/** A community with its grids; `code` is that of its first grid, which stands for it in addresses. */
interface Community {
  readonly code: string;
  readonly name: string;
  readonly lines: readonly GridLine[];
}

const titles: Readonly<Record<Level, string>> = { county: '县级看板', subdistrict: '街道看板', community: '社区看板' };

/** All grids that a reader may see, or those looked for, at a glance: sums first, then each community with its grids. */
export function countyPage({ level, lines, q = '', now, look }: Overview): string {
  const found = linesFound(lines, q);
  const all = together(found.map(({ figures }) => figures));
  const districts = [...new Set(found.map(({ grid }) => grid.subdistrict ?? ''))].toSorted();
  return framed({
    title: `${titles[level]} · 众议众筹`,
    look,
    body: html`<p class="eyebrow">众议众筹 · ${titles[level]}</p>
      <h1>${all.grids}个网格一览</h1>
      ${ways(q)} ${searchForm({ label: '找网格', placeholder: '街道或网格', q })}
      ${found.length === 0 ? notFound(q, { href: '/county', words: '看全部' }) : allSums(all, now)}
      ${districts.map(
        district =>
          html`<section class="card">
            <h2>${district || '未写街道的社区'}</h2>
            ${communitiesOf(found.filter(({ grid }) => (grid.subdistrict ?? '') === district)).map(community =>
              communityBlock(community, now),
            )}
          </section>`,
      )}`,
    foot: foot(now),
  });
}

/** One community: its sums, and each of its grids with what an official asks first. */
export function communityPage({ level, lines, now, look }: Overview): string {
  const all = together(lines.map(({ figures }) => figures));
  const [first] = lines;
  return framed({
    title: `${first?.grid.community ?? ''} · 众议众筹看板`,
    look,
    body: html`<p class="eyebrow">
        ${first?.grid.subdistrict ?? '众议众筹'} · 社区看板
        ${level !== 'community' && html`· <a href="/county">返回${titles[level]}</a>`}
      </p>
      <h1>${first?.grid.community}</h1>
      ${ways('')} ${allSums(all, now)} ${lines.map(line => gridBlock(line, now))}`,
    foot: foot(now),
  });
}

/** The page behind a link that still opens: one press, so that no program that only looks uses the link up. */
export function loginPage(look: Look): string {
  return framed({
    title: '打开看板 · 众议众筹',
    look,
    body: html`<h1>打开看板</h1>
      <p>这个链接只能用一次。请在自己的手机或电脑上打开，看完请退出。</p>
      <form method="post"><button type="submit">进入看板</button></form>`,
  });
}

/** The page for whoever has no (valid) login: one sentence, and what to do. */
export function refusedPage(look: Look): string {
  return framed({
    title: '不能打开 · 众议众筹看板',
    look,
    body: html`<h1>这一页不能打开</h1>
      <p>看板只给县级管理员、街道管理员和社区书记看，登录链接只能用一次，过时作废。</p>
      <p>
        有这些职务的，请在私聊里向小助手发送“县级看板”或“社区看板”，取一个新链接。本网格的公示大家都能看，在群里发送“项目列表”就有链接。
      </p>`,
  });
}

/** What leaves the page: the sheet for a dispatch, and the figures of the grids that are shown. */
function ways(q: string): Html {
  const of = q === '' ? '' : `?q=${encodeURIComponent(q)}`;
  return html`<p class="note">
      <a href="/county/dispatch.pdf">调度一页纸（PDF）</a> ·
      <a href="/county/figures.xlsx${of}">各网格数字（Excel）</a> ·
      <a href="/county/figures.csv${of}">CSV</a>
    </p>
    <form method="post" action="/county/logout"><button type="submit">退出看板</button></form>`;
}

function allSums(all: Figures, now: Date): Html {
  return html`${sums(all, now)} ${colourSums(all)} ${moneySums(all)} ${stepSums(all, now)}
  ${reportAgesCard(all.reports)} ${benefitSums(all, now)}`;
}

function sums(all: Figures, now: Date): Html {
  return html`<section class="card">
    <h2>总数</h2>
    <dl class="figures">
      <div>
        <dt>有攻坚或在办项目的网格</dt>
        <dd>${all.covered}/${all.grids}</dd>
      </div>
      <div>
        <dt>户数</dt>
        <dd>${all.households.toLocaleString('en')}</dd>
      </div>
      <div>
        <dt>项目（已验收）</dt>
        <dd>${all.projects}（${all.accepted}）</dd>
      </div>
      <div>
        <dt>表决参与率</dt>
        <dd>${rate(all.voted, all.could, now)}</dd>
      </div>
      <div>
        <dt>公示及时率</dt>
        <dd>${rate(all.onTime, all.due, now)}</dd>
      </div>
      <div>
        <dt>积分兑换</dt>
        <dd>${few(all.redemptions, now, '次')}</dd>
      </div>
    </dl>
    <p class="note">
      参与率：截止的表决里，投了票的户数除以可投票的户数。及时率：应贴的公示里按时贴出的。兑换共用${few(all.redemptions, now, '', all.points)}分。
    </p>
  </section>`;
}

function colourSums({ colours: counts, grids, covered }: Figures): Html {
  return html`<section class="card">
    <h2>攻坚项目的颜色（没有定的，看在办项目里预算最大的）</h2>
    ${shares(
      '各颜色的网格',
      urgent
        .filter(colour => counts[colour] > 0)
        .map(colour => ({ name: colours[colour], colour, value: counts[colour], said: `${counts[colour]}个网格` })),
    )}
    ${grids > covered && html`<p>没有在办项目：${grids - covered}个网格</p>`}
  </section>`;
}

function moneySums({ receivedBySource, pledgedFen, spentFen }: Figures): Html {
  const rows = Object.entries(receivedBySource) as [Source, number][];
  const received = sum(rows.map(([, fen]) => fen));
  return html`<section class="card">
    <h2>钱从哪里来</h2>
    <p>实收合计${yuan(received)}，认捐${yuan(pledgedFen)}，已支出${yuan(spentFen)}。</p>
    ${shares(
      '实收的来源',
      rows.map(([source, fen]) => ({ name: sources[source], value: fen, said: yuan(fen) })),
    )}
  </section>`;
}

function stepSums({ steps: all }: Figures, now: Date): Html {
  const slowest = slowestStep(all);
  return html`<section class="card">
    <h2>四步各要多少天</h2>
    <table>
      ${tableHead(['步骤'], ['平均', '在办', '最久等了'])}
      <tbody>
        ${all.map(
          ({ finished, totalMs, waiting, longestMs }, index) =>
            html`<tr>
              <td>${steps[index + 1]}</td>
              <td class="number">${finished === 0 ? '—' : `${tenths(totalMs, finished)}天`}</td>
              <td class="number">${waiting}个</td>
              <td class="number">${waiting === 0 ? '—' : `${Math.floor(longestMs / dayMs)}天`}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${slowest !== null && html`<p class="note">平均最久的一步：${steps[slowest]}。“最久等了”是在办项目停在眼下状态的天数（截至${momentWords(now)}）。</p>`}
  </section>`;
}

/** Who enjoys what, by level and in households alone. */
function benefitSums({ benefits, enjoying }: Figures, now: Date): Html | false {
  if (benefits === 0 && Object.keys(enjoying).length === 0) return false;
  const levels = [...creditRulesAt(now).levels.map(({ name }) => name), noLevel].filter(name => enjoying[name]);
  return html`<section class="card">
    <h2>信用优惠</h2>
    <p>现在有${benefits}项优惠。</p>
    ${
      levels.length > 0 &&
      html`<table>
        ${tableHead(['要求的等级'], ['在享受'])}
        <tbody>
          ${levels.map(
            level =>
              html`<tr>
                <td>${level}</td>
                <td class="number">${enjoying[level]}户</td>
              </tr>`,
          )}
        </tbody>
      </table>`
    }
    <p class="note">
      自愿领取，只数户数，不写是谁。一个网格里一级不足${rulesAt(now).breakdownMin}户的，不计在内；一户领了几级的，每级各算一次。
    </p>
  </section>`;
}

function communityBlock({ code, name, lines }: Community, now: Date): Html {
  const all = together(lines.map(({ figures }) => figures));
  return html`<h3><a href="/community/${code}">${name}</a></h3>
    <p class="note">
      ${all.grids}个网格，参与率${rate(all.voted, all.could, now)}，公示及时率${rate(all.onTime, all.due, now)}
    </p>
    <ul class="tiles">
      ${lines.map(
        ({ grid, key }) =>
          html`<li>
            <a href="/board/${grid.code}"
              ><span>${grid.name}</span>
              ${key ? colourMark(key.verdict) : html`<span class="colour grey">无项目</span>`}</a
            >
          </li>`,
      )}
    </ul>`;
}

function gridBlock(line: GridLine, now: Date): Html {
  const { grid, key, figures } = line;
  return html`<section class="card">
    <h2>${grid.name}</h2>
    <p>
      ${key ? html`${colourMark(key.verdict)} <a href="/board/${grid.code}/${key.no}">${key.no}号 ${short(key.title)}</a>，完成${key.percent}%` : '没有在办项目。'}
    </p>
    <dl>
      <dt>户数</dt>
      <dd>${figures.households}</dd>
      <dt>项目（已验收）</dt>
      <dd>${figures.projects}（${figures.accepted}）</dd>
      <dt>表决参与率</dt>
      <dd>${rate(figures.voted, figures.could, now)}</dd>
      <dt>公示及时率</dt>
      <dd>${rate(figures.onTime, figures.due, now)}</dd>
      <dt>实收</dt>
      <dd>${yuan(receivedFen(line))}</dd>
      <dt>支出</dt>
      <dd>${yuan(figures.spentFen)}</dd>
      <dt>积分兑换</dt>
      <dd>${few(figures.redemptions, now, '次')}</dd>
    </dl>
    <p><a href="/board/${grid.code}">打开公示栏</a></p>
  </section>`;
}

function communitiesOf(lines: readonly GridLine[]): Community[] {
  const found = new Map<string, GridLine[]>();
  for (const line of lines) found.set(line.grid.community, [...(found.get(line.grid.community) ?? []), line]);
  return [...found]
    .toSorted(([a], [b]) => a.localeCompare(b, 'zh-CN'))
    .map(([name, own]) => ({ name, code: own[0]?.grid.code ?? '', lines: own }));
}

/** Days with one decimal, rounded half up in whole numbers. */
function tenths(totalMs: number, count: number): string {
  const found = Math.floor((totalMs * 20 + count * dayMs) / (count * dayMs * 2));
  return `${Math.floor(found / 10)}.${found % 10}`;
}

function short(title: string): string {
  return shortened(title, 40);
}

function foot(now: Date): Html {
  return html`<p>截至${momentWords(now)}。所有数字都由各网格的记录算出，不含居民个人信息；少于5的不细分。</p>`;
}

/** The colours in the order in which they ask for attention. */
const urgent = (['red', 'yellow', 'green', 'blue', 'grey', 'stopped'] as const satisfies readonly Colour[]).filter(
  colour => colour in colours,
);

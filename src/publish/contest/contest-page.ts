import { dayWords, lastDayWords, momentWords, noonOf } from '../../domain/calendar.js';
import { contestLists, type ContestList, criteria, listNames } from '../../domain/contest/contest-rules.js';
import { bandWords, lineWords, pointsWords } from '../../domain/contest/contest-words.js';
import type { Contest } from '../../store/contest/contest.js';
import type { Unit } from '../../store/engine/unit.js';
import { framed } from '../board-frame.js';
import { contestView, type ContestView, type Shown } from './contest-view.js';
import { type Html, html } from '../html.js';
import type { Look } from '../look.js';

/** The lists of a contest with the figures that every score is made of; before they are on display, how far it is. */
export async function contestPage(
  unit: Unit,
  contest: Contest,
  { look, now }: { look: Look; now: Date },
): Promise<string> {
  const { edition, fromDay, untilDay } = contest;
  const title = `第${edition}届众议众筹擂台赛`;
  const isShown = contest.state === 'publicity' || contest.state === 'final';
  const view = isShown ? await contestView(unit, contest) : null;
  const isChanged = view !== null && view.file.digest !== contest.digest;
  return framed({
    title: `${title} · 众议众筹公示栏`,
    look,
    body: html`<p class="eyebrow">
        ${unit.grid.community} · <a href="/board/${unit.grid.code}">${unit.grid.name}公示栏</a>
      </p>
      <h1>${title}</h1>
      <p>${dayWords(noonOf(fromDay), now)}到${dayWords(noonOf(untilDay), now)}，全部从各网格的记录里计算。</p>
      ${standing(contest, now, isChanged)} ${view && lists(view)} ${view && (await objections(unit, contest))}
      ${view && how(view)}`,
    ...(view ? { foot: foot(view) } : {}),
  });
}

function standing({ state, objectionsUntil, finalAt }: Contest, now: Date, isChanged: boolean): Html {
  if (isChanged)
    return html`<p><strong>名单有变动</strong>：公示以后又有新的否决、评分或退出，会重新计分、重新公示。</p>`;
  if (state === 'publicity' && objectionsUntil)
    return html`<p>
      <strong>公示中</strong>，到${lastDayWords(objectionsUntil, now)}。有异议请在群里或私聊发送“擂台赛异议：……”。
    </p>`;
  if (state === 'final' && finalAt) return html`<p><strong>已定稿</strong>（${momentWords(finalAt, now)}）。</p>`;
  return html`<p>名单还没有公示。公示后这里能看到每一分是怎么来的。</p>`;
}

function lists(view: ContestView): Html {
  return html`${listNames.map(list => oneList(view, list))}`;
}

function oneList(view: ContestView, list: ContestList): Html {
  const listed = view.listed[list];
  const tied = view.all[list].filter(({ standing: { outcome } }) => outcome === 'tied').length;
  return html`<section class="card" id="${list}">
    <h2>${contestLists[list]}${listed.length}名（名额${view.file.quotas[list]}）</h2>
    ${list !== 'grid' && html`<p class="note">按社区和网格排列，不分先后。本人同意才写全名和得分。</p>`}
    ${
      listed.length === 0
        ? html`<p>没有。</p>`
        : html`<ol class="log">
            ${listed.map((shown, index) => entry(view, shown, list === 'grid' ? index + 1 : null))}
          </ol>`
    }
    ${tied > 0 && html`<p class="note">另有${tied}位并列争最后的名额，满意度评价、公示及时和评委投票都没有分出先后，名额空缺。</p>`}
  </section>`;
}

function entry(
  { file }: ContestView,
  { standing: one, name, community, grid, isNamed }: Shown,
  place: number | null,
): Html {
  const where = place === null ? `${community} ${grid}` : community;
  const head = html`${place !== null && html`<span class="sum">${place}. </span>`}<strong>${name}</strong> ${where}
    <span class="note">候选${one.no}号</span>`;
  if (!isNamed) return html`<li>${head}</li>`;
  return html`<li>
    ${head} <span class="sum">${pointsWords(one.centi)}</span>
    <details>
      <summary>看每一分怎么来的（${bandWords(one.band, file.bands)}一档）</summary>
      <ul>
        ${one.lines.map(line => html`<li>${lineWords(line)}</li>`)}
      </ul>
    </details>
  </li>`;
}

/** How many objections there are and what was answered; what residents wrote stays between them and the organiser. */
async function objections(unit: Unit, { edition }: Contest): Promise<Html | null> {
  const raised = await unit.contests.objections(edition);
  if (raised.length === 0) return null;
  const answers = new Map((await unit.contests.answers(edition)).map(answer => [answer.objection, answer]));
  return html`<section class="card" id="objections">
    <h2>异议（${raised.length}条，已答复${answers.size}条）</h2>
    <ul class="log">
      ${raised.map(({ id, candidate }) => {
        const answer = answers.get(id);
        const about = candidate === null ? '对名单' : `对候选${candidate}号`;
        const said = answer ? `${answer.upheld ? '成立，已重新计分。' : '不成立。'}${answer.text}` : '还没有答复';
        return html`<li>异议${id}（${about}）：${said}</li>`;
      })}
    </ul>
  </section>`;
}

function how({ file }: ContestView): Html {
  return html`<section class="card" id="how">
    <h2>怎么算的</h2>
    <p>每项得分 = 分值 × 自己的数 ÷ 同档最好的数，四舍五入到百分之一分。网格按户数分档比，小网格不吃亏。</p>
    <p>
      分数一样的，先比参加评价的居民多少，再比公示及时，再由评委投票；还分不出就空缺。数据不实、缺凭证、强制摊派、泄露隐私没有整改的，不上名单。
    </p>
    ${(['grid', 'leader'] as const).map(
      list =>
        html`<p>
          ${list === 'grid' ? contestLists.grid : '个人'}：${file.criteria[list].map(({ id, weight }) => `${criteria[id].said}${weight}分`).join('、')}。
        </p>`,
    )}
  </section>`;
}

function foot({ contest: { edition }, file }: ContestView): Html {
  return html`<p>
      <a href="${edition}.xlsx">下载表格（XLSX）</a> <a href="${edition}.csv">CSV</a>
      <a href="${edition}.json">下载各网格的来源数字（JSON），人人可以重算</a>
    </p>
    <p class="sum">完整文件校验码 ${file.digest.slice(0, 16)}</p>`;
}

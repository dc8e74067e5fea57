import { dayOf, dayTold, wholeDayTold } from '../../domain/calendar.js';
import { ownerships, periodWords, type PeriodStanding, shareGoesTo } from '../../domain/market/market.js';
import { yuan } from '../../domain/money.js';
import { type AgreementStanding, fundAccount, marketStanding } from '../../store/market/market-standing.js';
import type { Unit } from '../../store/engine/unit.js';
import { framed } from '../board-frame.js';
import { type Html, html } from '../html.js';
import { journalHead } from '../journal-head.js';
import { type Look, usualLook } from '../look.js';

const stateWords: Readonly<Record<PeriodStanding['state'], string>> = {
  running: '还没到期',
  undeclared: '等申报',
  undeclared_late: '逾期没有申报',
  due: '待交',
  overdue: '逾期',
  received: '已收清',
};

const colours: Readonly<Record<PeriodStanding['state'], string>> = {
  running: 'grey',
  undeclared: 'grey',
  undeclared_late: 'red',
  due: 'yellow',
  overdue: 'red',
  received: 'green',
};

/** So many of an agreement's newest periods stand on the page: three years by the month. */
const mostPeriods = 36;

/**
 * The public-welfare market on the notice board: spaces and whose they are, what is let to whom and until when, what each period's
 * share was and what came of it, and what the fund gave to which project. No turnover and no rate. Null where no space is registered.
 */
export async function marketBoard(
  unit: Unit,
  { now, look = usualLook }: { now: Date; look?: Look },
): Promise<string | null> {
  const spaces = await unit.market.spaces();
  if (spaces.length === 0) return null;
  const { grid } = unit;
  const today = dayOf(now);
  const standings = await marketStanding(unit, now);
  const fund = await fundAccount(unit);
  const grants = await grantsTo(unit);
  return framed({
    look,
    title: `公益市场 · ${grid.name}公示栏`,
    body: html`<p class="eyebrow"><a href="/board/${grid.code}">${grid.name}</a> · 公益市场</p>
      <h1>公益市场</h1>
      <p>闲置的空间租给经营方服务居民，按协议分成进社区慈善基金，基金再出钱办大家的事。</p>
      <section class="card" id="fund">
        <h2>慈善基金</h2>
        <dl class="figures">
          <div>
            <dt>一共收了</dt>
            <dd>${yuan(fund.receivedFen)}</dd>
          </div>
          <div>
            <dt>拨给项目</dt>
            <dd>${yuan(fund.passedFen)}</dd>
          </div>
          <div>
            <dt>基金结余</dt>
            <dd>${yuan(fund.fundFen)}</dd>
          </div>
        </dl>
        ${fund.ownersFen > 0 && html`<p>另有${shareGoesTo.owners.said}${yuan(fund.ownersFen)}，单独记账，业主表决了才能用。</p>`}
        ${fund.pendingFen > 0 && html`<p class="note">还有${yuan(fund.pendingFen)}已登记，等会计对账。</p>`}
        ${
          grants.length > 0 &&
          html`<h3>钱办了什么</h3>
            <ul>
              ${grants.map(({ no, title, fen }) => html`<li><a href="/board/${grid.code}/${no}">${no}号 ${title}</a>：${yuan(fen)}</li>`)}
            </ul>`
        }
      </section>
      <section class="card" id="spaces">
        <h2>闲置空间</h2>
        <ul>
          ${spaces.map(({ id, no, name, ownership, consent }) => {
            const lease = standings.find(({ agreement }) => agreement.spaceId === id && agreement.endsOn >= today);
            const whose =
              ownership === null
                ? '还没写归谁'
                : `${ownerships[ownership].said}${consent === null ? '' : `，${consent}`}`;
            return html`<li>空间${no} ${name}（${whose}）：${lease ? `租给${lease.agreement.operator}` : '空着'}</li>`;
          })}
        </ul>
      </section>
      ${standings.map(standing => agreementCard(standing, today))}`,
    foot: await journalHead(unit, now),
  });
}

/** The way from the grid's page to the market's; nothing where there is none. */
export async function marketLink(unit: Unit): Promise<Html | false> {
  const spaces = await unit.market.spaces();
  if (spaces.length === 0) return false;
  const { fundFen } = await fundAccount(unit);
  return html`<p class="card">
    <a href="/board/${unit.grid.code}/market">公益市场：闲置空间${spaces.length}处，慈善基金结余${yuan(fundFen)}</a>
  </p>`;
}

function agreementCard({ agreement, space, periods }: AgreementStanding, today: string): Html {
  const { no, operator, startsOn, endsOn, destination } = agreement;
  const newest = periods.slice(-mostPeriods).toReversed();
  return html`<section class="card">
    <h2>公益协议${no} ${operator}</h2>
    <p>
      ${space?.name ?? ''}，${wholeDayTold(startsOn)}到${wholeDayTold(endsOn)}，分成进${shareGoesTo[destination].said}。
    </p>
    ${newest.length === 0 && html`<p class="note">还没有开始。</p>`}
    ${
      newest.length > 0 &&
      html`<ul class="log">
        ${newest.map(period => periodItem(period, today))}
      </ul>`
    }
  </section>`;
}

function periodItem(period: PeriodStanding, today: string): Html {
  const { key, dueFen, receivedFen, state, payBy, declareBy } = period;
  const money = dueFen === null || state === 'running' ? '' : `应交${yuan(dueFen)}，已收${yuan(receivedFen)}`;
  const byWhen =
    state === 'due' || state === 'overdue'
      ? `，应在${dayTold(payBy, today)}前交`
      : state === 'undeclared' || state === 'undeclared_late'
        ? `应在${dayTold(declareBy, today)}前申报`
        : '';
  return html`<li>
    <strong>${periodWords(key)}</strong> <span class="colour ${colours[state]}">${stateWords[state]}</span>
    ${`${money}${byWhen}` !== '' && html`<br /><span class="sum">${money}${byWhen}</span>`}
  </li>`;
}

/** What each project got from the fund's book and did not give back, in fen, in the order of the first grant. */
async function grantsTo(unit: Unit): Promise<{ no: number; title: string; fen: number }[]> {
  const sums = new Map<number, number>();
  for (const { projectId, fen } of await unit.ledger.grants()) sums.set(projectId, (sums.get(projectId) ?? 0) + fen);
  const grants: { no: number; title: string; fen: number }[] = [];
  for (const [projectId, fen] of sums) {
    const project = fen > 0 ? await unit.projects.byId(projectId) : null;
    if (project) grants.push({ no: project.no, title: project.title, fen });
  }
  return grants;
}

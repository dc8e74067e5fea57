import { placeBeside } from '../../domain/proposal/title.js';
import { dayWords } from '../../domain/calendar.js';
import { residentPartFen } from '../../domain/plan/funding-plan.js';
import { fundingClasses, isUnderWay, states, steps, type ProjectState } from '../../domain/lifecycle.js';
import { destinations } from '../../domain/funds/ledger.js';
import { maskName } from '../../domain/masking.js';
import { publishedText } from '../../domain/plan/draft.js';
import { yuan } from '../../domain/money.js';
import { scopeWords } from '../../domain/plan/scope.js';
import { trackRules } from '../../domain/poll/tracks.js';
import type { Project } from '../../store/proposal/project.js';
import { verdictOn } from '../../store/county/standing.js';
import { teamOf } from '../../store/works/team.js';
import type { Unit } from '../../store/engine/unit.js';
import { framed } from '../board-frame.js';
import { decisionsCard, ruleWords } from '../poll/board-decisions.js';
import { deliberationCard } from '../meeting/board-deliberation.js';
import { fundsCard } from '../funds/board-funds.js';
import { noticesCard } from './board-notices.js';
import { issuePhotos } from '../works/board-photos.js';
import { progressCard } from '../works/board-progress.js';
import { supervisionCard } from '../works/board-supervision.js';
import { schedule } from '../works/board-schedule.js';
import { versions } from '../plan/board-versions.js';
import { Html, html } from '../html.js';
import { type Look, usualLook } from '../look.js';
import { journalHead } from '../journal-head.js';
import { allocationWords, sourcesOf } from '../plan/funding-words.js';
import { displayWords, payerWords, pricesIn, roundWords } from '../plan/plan-notice.js';
import { outsideCard } from '../works/outside-words.js';
import { ideasCard } from '../proposal/idea-words.js';
import { colourMark } from './notice-board.js';

interface ProjectView {
  readonly no: number;
  /** The page of its notices, and of its expenses, newest first. */
  readonly page: number;
  readonly expenses: number;
  /** What comes next with it, in a sentence. */
  readonly next: string;
  readonly now: Date;
  readonly look?: Look;
}

/**
 * A project's page on the notice board: plan, funds, progress, decisions and notices, from the record as it stands. No room
 * of any member stands on it, and no name but those on the donor roll, by consent. Null where there is no such project or page.
 */
export async function projectBoard(unit: Unit, { look = usualLook, ...view }: ProjectView): Promise<string | null> {
  const project = await unit.projects.byNo(view.no);
  const parts = project && (await projectParts(unit, project, view));
  if (!project || !parts) return null;
  const { grid } = unit;
  return framed({
    title: `${project.no}号 ${project.title} · ${grid.name}公示栏`,
    body: html`<p class="eyebrow"><a href="/board/${grid.code}">${grid.name}公示栏</a> · ${project.no}号项目</p>
      ${parts.head} ${parts.cards}`,
    foot: await journalHead(unit, view.now),
    look,
  });
}

/** The page without its frame: what the project is and how it stands, and its cards. Null for a page of a list that there is not. */
export async function projectParts(
  unit: Unit,
  project: Project,
  { page, expenses, next, isDesk, now }: Omit<ProjectView, 'no' | 'look'> & { readonly isDesk?: true },
): Promise<{ head: Html; cards: Html } | null> {
  const notices = await noticesCard(unit, project, page, now);
  const funds = await fundsCard(unit, project, expenses, now);
  if (!notices || !funds) return null;
  const verdict = await verdictOn(unit, project, now);
  const isStopped = (await unit.watch.stoppage(project.id)) !== null;
  return {
    head: html`<h1>${project.title}</h1>
      <p class="marks">
        <span>${states[project.state].said}，从${dayWords(project.stateSince, now)}起</span
        >${colourMark(verdict)}${isStopped && html`<strong class="red">停工中</strong>`}
      </p>
      ${verdict.reason !== states[project.state].said && html`<p class="note">${verdict.word}：${verdict.reason}。</p>`}
      ${stepTrack(project)}`,
    cards: html`${await planCard(unit, project, { isDesk, now })} ${funds}
    ${await progressCard(unit, project, { next, now })} ${await supervisionCard(unit, project, now)}
    ${await ideasCard(unit, project)} ${await outsideCard(unit, project, now)}
    ${await deliberationCard(unit, project, now)} ${await decisionsCard(unit, project, now)} ${notices}`,
  };
}

function stepTrack({ state }: Project): Html | false {
  if (state === 'withdrawn' || state === 'cancelled' || state === 'referral_done') return false;
  const { step } = states[state];
  const isOver = !isUnderWay(state);
  const item = (each: 1 | 2 | 3 | 4): Html => {
    const current = each === step && !isOver;
    return html`<li${each < step || isOver ? html` class="done"` : ''}${current && html` aria-current="step"`}>${steps[each]}</li>`;
  };
  return html`<ol class="steps" aria-label="四个步骤">
    ${([1, 2, 3, 4] as const).map(item)}
  </ol>`;
}

/** While a plan or a result is on display there may be objections. */
const onDisplay: readonly ProjectState[] = ['plan_published', 'result_published'];

async function planCard(
  unit: Unit,
  project: Project,
  { isDesk, now }: { isDesk: true | undefined; now: Date },
): Promise<Html> {
  const { title, fundingClass, budgetFen, costFen, planVersion, planPublishedAt } = project;
  const planText = publishedText(project);
  const place = placeBeside(project);
  const homes = await unit.members.electors(project.scope);
  const households = homes.length;
  const supports = await unit.projects.supports(project.id);
  const poll = await unit.polls.decisionOf(project.id);
  const milestones = await unit.works.milestones(project.id);
  const team = await teamOf(unit, project.id);
  const sheet = await unit.disclosures.latest(project.id, 'plan');
  const { boardSince } = unit.grid;
  const waits = Boolean(sheet && !sheet.boardAt && boardSince && sheet.at >= boardSince);
  const rows: readonly (readonly [string, string | false | null])[] = [
    ['要解决的问题', place ? `${title}（${place}）` : title],
    ['涉及范围', `${project.scope ? scopeWords(project.scope) : '本网格'}${households}户`],
    ['附议', supports.length > 0 && `${supports.length}户`],
    ['责任核查', planPublishedAt !== null || project.payerCheck?.referral ? payerWords(project.payerCheck) : null],
    ['类别', fundingClass && fundingClasses[fundingClass]],
    ['预算', budgetFen === null ? costFen !== null && `提出人估计${yuan(costFen)}，以方案为准` : yuan(budgetFen)],
    ['资金来源', budgetFen !== null && sourcesOf(project, planPublishedAt ?? now)],
    ['每户', allocationWords(project, homes)],
    [
      '认筹',
      budgetFen !== null && residentPartFen(project) > 0 && roundWords(project, planPublishedAt ?? now, households),
    ],
    ['预算明细', pricesIn(project.budgetLines)],
    ['询价', pricesIn(project.quotations)],
    ['监管小组', team.length > 0 && `${team.map(({ name }) => maskName(name)).join('、')}，由居民担任，不管钱、不施工`],
    ['表决规则', poll ? ruleWords(poll) : project.track ? `${trackRules[project.track].said}。` : null],
    [
      '多退少补',
      budgetFen !== null &&
        `${project.surplusTo ? `居民的结余转给${destinations[project.surplusTo]}` : '项目结余按各户实交比例退回'}，开工后花得比预算多的另行商量，不摊派`,
    ],
    ['公示', planPublishedAt && `第${planVersion}版，${displayWords(project, { waits })}`],
  ];
  return html`<section class="card">
    <h2>方案</h2>
    <dl>
      ${rows.map(
        ([name, value]) =>
          value &&
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    ${await issuePhotos(unit, project, now)}
    ${
      planText &&
      html`<h3>方案内容</h3>
        <p class="words">${planText}</p>`
    }
    ${schedule(milestones, now, states[project.state].step === 4 || !isUnderWay(project.state))}
    ${await versions(unit, project, now)} ${!planPublishedAt && html`<p class="note">方案还没有公示。</p>`}
    ${
      // At the desk it is offered as a form.
      !isDesk &&
      onDisplay.includes(project.state) &&
      html`<p class="note">有不同意见，在群里@小助手发送“${project.no}号异议：……”，或告诉楼长、网格书记。</p>`
    }
  </section>`;
}

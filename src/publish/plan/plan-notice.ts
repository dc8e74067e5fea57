import { placeBeside } from '../../domain/proposal/title.js';
import { type PayerCheck, payerAnswers, referredTo } from '../../domain/plan/payer-check.js';
import { residentPartFen } from '../../domain/plan/funding-plan.js';
import { fundingClasses } from '../../domain/lifecycle.js';
import { destinations } from '../../domain/funds/ledger.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { earmarkWords, orderWords, type PlanChange } from '../../domain/plan/facts.js';
import { openingTerms } from '../../domain/pledge/pledge-round.js';
import { maskName } from '../../domain/masking.js';
import { opensAfterFullDays, periodEnd } from '../../domain/periods.js';
import { rulesAt } from '../../domain/rules.js';
import { wholeDayTold, dayWords, noonOf } from '../../domain/calendar.js';
import { scopeWords } from '../../domain/plan/scope.js';
import { trackRules } from '../../domain/poll/tracks.js';
import type { Disclosure } from '../../store/notice/disclosure.js';
import type { Milestone } from '../../store/works/milestone.js';
import type { Project } from '../../store/proposal/project.js';
import { plannedDay } from '../works/board-schedule.js';
import { sourcesOf } from './funding-words.js';
import { fill } from '../templates.js';

/**
 * The plan notice (docs/domain.md 18.1), adapted to the households of one grid. `waits` where its days are counted from the day on
 * which the sheet hangs on the board, which nobody knows yet when it is printed.
 */
export function planNotice(
  project: Project,
  households: number,
  milestones: readonly Milestone[] = [],
  {
    waits = false,
    each = '',
    photos = 0,
    team = [],
    changes = [],
    ideas = '',
  }: {
    waits?: boolean;
    each?: string;
    photos?: number;
    team?: readonly string[];
    changes?: readonly PlanChange[];
    ideas?: string;
  } = {},
): string {
  const { no, title, planText, planVersion, planPublishedAt, budgetFen, fundingClass, scope } = project;
  const place = placeBeside(project);
  const rule = trackRules[project.track ?? 'residents_meeting'];
  return fill('方案公示', {
    编号: no,
    项目名: plain(title, 60),
    版本: planVersion > 1 ? `（第${planVersion}版）` : '',
    改动: changeWords(changes),
    范围: scopeWords(scope),
    户数: households,
    地点: place ? `｜地点：${plain(place, 40)}` : '',
    类别: fundingClass ? `｜${fundingClasses[fundingClass]}` : '',
    照片: photos > 0 ? `问题照片：${photos}张，在公示栏网页上` : '',
    做法: plain(planText ?? title),
    建议: ideas,
    预算: yuan(budgetFen ?? 0),
    来源: sourcesOf(project, planPublishedAt ?? project.openedAt),
    每户: each,
    认筹: residentPartFen(project) > 0 ? roundWords(project, planPublishedAt ?? project.openedAt, households) : '',
    明细: pricesIn(project.budgetLines),
    报价: pricesIn(project.quotations),
    工期: milestones.map(one => `${plain(one.name, 20)}${dayWords(plannedDay(one))}`).join('、'),
    责任核查: payerWords(project.payerCheck),
    监管小组: team.length > 0 ? `${team.map(maskName).join('、')}，居民担任，不管钱、不施工` : '还没有定，动钱以前要定',
    表决: rule.said,
    用款顺序: orderNotice(project),
    专款: plain(earmarkWords(project.earmarks)),
    余款去向: project.surplusTo ? `转给${destinations[project.surplusTo]}` : '按实交比例退还',
    公示期: onDisplay(project, { waits }),
  });
}

/** In which order the sources are spent, and in which they get back what is left. */
function orderNotice(project: Project): string {
  const order = orderWords(project);
  return order === '' ? '' : `${order}，有余款先退${order.split('、').at(-1) ?? ''}，倒着退`;
}

/** Said after a change to a plan: where it is on display, that it has to be published anew; else what was to be said. */
export function toPublish({ no, state }: Project, otherwise: string): string {
  if (state !== 'plan_published') return otherwise;
  return `方案正在公示，改动要重新公示大家才看得到：请发送“发布${no}号方案”，公示期重新算；没有重新公示不能表决。`;
}

/** What a version says differently: both sums where both are short, else the part that was changed. */
function changeWords(changes: readonly PlanChange[]): string {
  const isShort = (words: string): boolean => words !== '' && words.length <= 24 && !/[{["]/u.test(words);
  return changes
    .map(({ part, from, to }) =>
      part !== '监管小组' && isShort(from) && isShort(to)
        ? `${part}由“${plain(daysTold(from))}”改为“${plain(daysTold(to))}”`
        : `${part}有改动`,
    )
    .join('；');
}

const isoDays = /20\d\d-\d\d-\d\d/gu;

/** The days of a schedule as they are told. */
function daysTold(words: string): string {
  return words.replaceAll(isoDays, day => wholeDayTold(day));
}

/** From when to when the plan is on display, and how to object to it (docs/domain.md 5.2). */
function onDisplay(project: Project, { waits = false } = {}): string {
  const days = displayWords(project, { waits });
  if (days === '') return '';
  const told = waits ? '，到哪天为止贴出时在群里通知' : '';
  return `公示期：${days}${told}｜有异议请在这之前发送“${project.no}号异议：……”，或找楼长、社区`;
}

/**
 * The days that a plan is on display: seven, or fifteen full ones before an owners' vote (物业管理条例 Art. 14). `waits` while the sheet
 * does not hang on the board yet: they begin when it does.
 */
export function displayWords({ track, planPublishedAt }: Project, { waits }: { waits: boolean }): string {
  if (!planPublishedAt) return '';
  const { planNoticeDays, ownersNoticeDays } = rulesAt(planPublishedAt);
  const isOwners = track !== null && trackRules[track].electorate === 'owners';
  if (waits) return `公示栏贴出后满${isOwners ? ownersNoticeDays : planNoticeDays}天`;
  const opensAt = isOwners
    ? opensAfterFullDays(planPublishedAt, ownersNoticeDays)
    : periodEnd(planPublishedAt, planNoticeDays);
  return `${dayWords(planPublishedAt)}至${dayWords(new Date(opensAt.getTime() - 1))}24:00`;
}

/** The sheet of a notice hangs on the board: where, that it is the same, and of a plan until when it may be objected to. */
export function postedNotice(
  project: Project,
  notice: Disclosure,
  { code, address }: { code: string; address: string },
): string {
  const isPlan = notice.kind === 'plan' && project.state === 'plan_published';
  return fill('公示上墙', {
    编号: project.no,
    项目名: plain(project.title, 40),
    公示号: notice.no,
    地点: boardWords(notice.boardPlace),
    校验码: code,
    期限: isPlan ? `${onDisplay(project)}。` : '',
    照片: `[看照片](${address})`,
  });
}

/** Where the sheet hangs, in the helper's words: `东门公示栏`, or `东门的公示栏` where no board was named. */
function boardWords(place: string | null): string {
  if (!place) return '公示栏';
  const words = plain(place, 40);
  return /(?:栏|墙|板|屏|橱窗|门上|门口)$/u.test(words) ? words : `${words}的公示栏`;
}

/** What the pledge round runs under: until when, the minimum, the cap; what was not set is by the rules (docs/domain.md 8.2). */
export function roundWords(project: Project, at: Date, households: number): string {
  const { round, pledgeClosesAt } = project;
  const { closesAt, days, minimumFen } = round ?? {};
  const rules = rulesAt(at);
  const { capFen = 0, everyHousehold } = openingTerms(project, { households, at, rules }).round;
  const last = pledgeClosesAt ?? (closesAt === undefined ? null : new Date(closesAt));
  return [
    last ? `${dayWords(new Date(last.getTime() - 1))}截止` : `决定生效后${days ?? rules.pledgeDays}天`,
    minimumFen === undefined ? '认满居民部分才收款' : `认满${yuan(minimumFen)}才收款`,
    everyHousehold ? '要全部住户都认' : '',
    `每户最多${yuan(capFen)}${round?.capFen === undefined ? `（户均的${rules.pledgeCapShares}倍）` : ''}`,
    '不够就全部作废，不收一分钱',
  ]
    .filter(Boolean)
    .join('，');
}

/** `材料1,200元、人工800元`. */
export function pricesIn(list: readonly { readonly name: string; readonly amountFen: number }[] | null): string {
  return (list ?? []).map(({ name, amountFen }) => `${plain(name, 20)}${yuan(amountFen)}`).join('、');
}

/** Why the neighbours, and not somebody else, are asked to pay (docs/domain.md 4.2). */
export function payerWords(check: PayerCheck | null | undefined): string {
  if (!check) return '还没有登记，登记以前不向居民筹款';
  const { said, payer, asks } = payerAnswers[check.answer];
  const { referral } = check;
  const sent = referral
    ? `，已转给${plain(referredTo(check, referral), 40)}，请其${dayWords(noonOf(referral.dueOn))}前答复`
    : '';
  return `${said}${asks ? '' : `，应由${payer}出钱，不向居民筹款`}（依据：${plain(check.evidence, 200)}）${sent}`;
}

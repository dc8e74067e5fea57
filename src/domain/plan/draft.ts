import { planOpen, type ProjectState } from '../lifecycle.js';
import { yuan } from '../money.js';
import { rulesAt } from '../rules.js';
import { isTeamSize } from '../works/team.js';
import type { PlanFacts } from './facts.js';
import type { FundingPlan } from './funding-plan.js';

/** One part of a plan that is being prepared: the deed that gives it, and what it says by now. */
export interface DraftPart {
  readonly name: string;
  /** The deed that gives it, and the sentence that does. */
  readonly deed: string;
  readonly say: string;
  /** True where no plan is published without it. */
  readonly isNeeded: boolean;
  readonly isSet: boolean;
  /** What it says, where that is short; empty while it is open. */
  readonly said: string;
  /** What holds while nobody sets it. */
  readonly otherwise: string;
}

/** A project, as far as its plan is being prepared. */
interface Drafted {
  readonly plan: Costed & {
    readonly no: number;
    readonly planText: string | null;
    readonly scope: unknown;
    readonly track: unknown;
  };
  /** What the plan says by now, part by part. */
  readonly facts: PlanFacts;
  readonly photos: number;
  readonly people: number;
  /** Who watches over it where the plan names nobody, masked. */
  readonly standIns: readonly string[];
}

interface Priced {
  readonly amountFen: number;
}

interface Costed {
  readonly budgetLines: readonly Priced[] | null;
  readonly fundingPlan: FundingPlan | null;
  readonly budgetFen: number | null;
  readonly costFen: number | null;
}

/** What a plan would cost in fen: the sum of its lines, of its sources, what was published or thought before (docs/domain.md 6.5). */
export function plannedBudgetFen({ budgetLines, fundingPlan, budgetFen, costFen }: Costed): number | null {
  const sumOf = (list: readonly number[] | undefined): number | null =>
    list && list.length > 0 ? list.reduce((sum, fen) => sum + fen, 0) : null;
  return (
    sumOf(budgetLines?.map(({ amountFen }) => amountFen)) ??
    sumOf(fundingPlan?.sources.map(({ plannedFen }) => plannedFen)) ??
    budgetFen ??
    costFen
  );
}

interface Worded {
  readonly state: ProjectState;
  readonly planText: string | null;
  readonly planVersion: number;
  readonly planFacts: PlanFacts | null;
}

/** The works as they were published; what is only written down for a plan to come is nobody's plan yet. */
export function publishedText({ state, planText, planVersion, planFacts }: Worded): string | null {
  if (state === 'plan_published') return planFacts?.['做法'] ?? planText;
  return planVersion === 0 && planOpen.includes(state) ? null : planText;
}

type Row = Pick<DraftPart, 'name' | 'deed' | 'say'> & { readonly otherwise?: string };

/** What no plan is published without. */
const needed: readonly Row[] = [
  { name: '做法', deed: 'plan.text', say: '做法：更换灯具，三家比价取最低' },
  { name: '预算', deed: 'plan.budget', say: '预算明细：材料1200元，人工800元' },
  { name: '责任核查', deed: 'project.payer', say: '责任核查' },
  { name: '类别', deed: 'proposal.classify', say: '定为迫切需求类' },
];

const others: readonly Row[] = [
  { name: '范围', deed: 'project.scope', say: '范围：3号楼2单元、4号楼', otherwise: '全网格' },
  {
    name: '资金来源',
    deed: 'plan.sources',
    say: '资金来源：居民1000元，奖补1000元（批文桓财2026-12号）',
    otherwise: '全由居民自愿认筹',
  },
  { name: '报价', deed: 'plan.quotes', say: '报价：甲公司1900元，乙公司2000元', otherwise: '不写询价' },
  { name: '每户', deed: 'plan.shares', say: '出资办法：户均', otherwise: '自愿，不算应出的数' },
  { name: '认筹', deed: 'pledge.round', say: '认筹：截止4月20日，每户最多2000元', otherwise: '按规则的期限和上限' },
  { name: '余款去向', deed: 'plan.surplus', say: '余款转给维修资金', otherwise: '退还各户' },
  { name: '监管小组', deed: 'team.set', say: '监管小组：周桂兰、王师傅、李阿姨', otherwise: '动钱以前要定' },
  { name: '工期', deed: 'schedule.plan', say: '工期：拆旧4月10日，装灯4月25日', otherwise: '不写工期' },
  { name: '照片', deed: 'proposal.photo', say: '照片', otherwise: '没有照片' },
  { name: '表决', deed: 'poll.track', say: '怎么表决', otherwise: '按居民表决' },
];

/** Only where there is more than one source. */
const ofSeveral: readonly Row[] = [
  { name: '用款顺序', deed: 'plan.order', say: '用款顺序：奖补、居民', otherwise: '按类别' },
  { name: '专款专用', deed: 'plan.earmark', say: '奖补资金只用于材料', otherwise: '不限定' },
];

/** The deeds that give a part of a plan, with what the part is called. */
export const draftNames: ReadonlyMap<string, string> = new Map(
  [...needed, ...others, ...ofSeveral].map(({ deed, name }) => [deed, name]),
);

/** The deeds that change a draft: one part of it, or several at once. */
export const draftDeeds: ReadonlySet<string> = new Set([...draftNames.keys(), 'plan.whole']);

/**
 * The parts of a plan in the order in which they are best given (docs/domain.md 4.1, 5.2): those that it cannot do without, and the
 * others, each with what holds while nobody sets it. They may be given in any order.
 */
export function draftParts(drafted: Drafted, now: Date): DraftPart[] {
  const { plan } = drafted;
  const budgetFen = plannedBudgetFen(plan);
  const said = saidIn(drafted, budgetFen);
  const part = ({ name, deed, say, otherwise = '' }: Row, isNeeded: boolean): DraftPart => {
    const words = said[name] ?? drafted.facts[name] ?? '';
    // Terms that are kept as data are told by the notice, not by the list.
    const shown = /^[[{"]/u.test(words) ? '' : words;
    return { name, deed, say: `${plan.no}号${say}`, isNeeded, isSet: words !== '', said: shown, otherwise };
  };
  const isDear = (budgetFen ?? 0) >= rulesAt(now).threeOffersFromFen;
  return [
    // What costs nothing may be done whoever would have had to pay.
    ...needed.map(row => part(row, row.name !== '责任核查' || budgetFen !== 0)),
    ...others.map(row =>
      part({ ...row, otherwise: otherwiseOf(row, { isDear, standIns: drafted.standIns, now }) }, false),
    ),
    ...((plan.fundingPlan?.sources.length ?? 0) > 1 ? ofSeveral : []).map(row => part(row, false)),
  ];
}

/** What holds while nobody says anything: the grid's supervisors watch over what has no team of its own. */
function otherwiseOf(
  { name, otherwise = '' }: Row,
  { isDear, standIns, now }: { isDear: boolean; standIns: readonly string[]; now: Date },
): string {
  if (name === '报价' && isDear) return '这么大的预算要问三家';
  return name === '监管小组' && isTeamSize(standIns.length, now) ? `网格的监管人${standIns.join('、')}` : otherwise;
}

/** What counts as said where the facts of the plan hold what the rules say while nobody has said anything. */
function saidIn({ plan, facts, photos, people }: Drafted, budgetFen: number | null): PlanFacts {
  return {
    做法: plan.planText ?? '',
    预算: budgetFen === null ? '' : yuan(budgetFen),
    范围: plan.scope === null ? '' : (facts['范围'] ?? ''),
    表决: plan.track === null ? '' : (facts['表决'] ?? ''),
    监管小组: people > 0 ? `${people}人` : '',
    照片: photos > 0 ? `${photos}张` : '',
  };
}

/** The part to give next: the first that is needed and open; then the first open one of the others. */
export function nextPart(parts: readonly DraftPart[]): DraftPart | undefined {
  return parts.find(({ isNeeded, isSet }) => isNeeded && !isSet) ?? parts.find(({ isSet }) => !isSet);
}

/** True when nothing is missing that the plan cannot do without. */
export function isWhole(parts: readonly DraftPart[]): boolean {
  return parts.every(({ isNeeded, isSet }) => isSet || !isNeeded);
}

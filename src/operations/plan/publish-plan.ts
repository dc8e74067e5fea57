import { plannedBudgetFen } from '../../domain/plan/draft.js';
import { ensureWhole } from '../../domain/plan/budget.js';
import { ensureFunded } from '../../domain/plan/funding-plan.js';
import type { Source } from '../../domain/funds/ledger.js';
import { ensureState } from '../../domain/lifecycle.js';
import { mostFen } from '../../domain/money.js';
import { mayAskResidents } from '../../domain/plan/payer-check.js';
import { changesIn, materialIn } from '../../domain/plan/facts.js';
import { spendOrderOf } from '../../domain/plan/spend-order.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { Project } from '../../store/proposal/project.js';
import type { Version } from '../../store/notice/fact-parts.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { coolsUntil } from './cooling.js';
import { planFunding } from './plan-funding.js';
import { planFactsOf } from './plan-facts.js';
import { publicWords } from '../people/public-words.js';

interface NewPlan {
  readonly member: MemberView;
  readonly no: number;
  /** The budget in fen; what was said before when left out. */
  readonly cost: number | undefined;
  readonly text: string | undefined;
  /** Where the money is to come from, where the words of the plan say so. */
  readonly funding?: readonly {
    readonly source: Source;
    readonly amountFen: number;
    readonly evidence: string | null;
  }[];
}

/** A plan that was published, with the number of the notice that says so. */
type Published = Version & { readonly noticeNo: number | null };

/**
 * Publishes a project's plan, or a changed version of it. Every plan names its budget, and that nobody else has to pay was checked
 * before (docs/domain.md 4.1, 4.2). What everybody decides on begins its days on display anew when it is changed; the same plan is not
 * published twice.
 */
export async function publishPlan(unit: Unit, plan: NewPlan): Promise<Published> {
  const { no, funding } = plan;
  const text = plan.text === undefined ? undefined : await publicWords(unit, plan.text);
  const { now } = unit;
  const project = await writable(unit, no, now);
  const budgetFen = budgetOf(project, plan);
  if (funding) {
    const { plan: fundingPlan } = await planFunding(unit, { no, said: funding });
    Object.assign(project, { fundingPlan });
  }
  const isOnDisplay = project.state === 'plan_published';
  const { version, changes, restarts } = await nextVersion(unit, project, { budgetFen, text, now });
  if (isOnDisplay) await unit.projects.keep(Object.assign(project, version));
  else await unit.projects.moveTo(project, 'plan_published', now, version);
  unit.journal.add('plan.publish', { facts: { no, budgetFen, version: project.planVersion } });
  const [notice] = await unit.tell('plan.published', { project, changes, restarts });
  return { project, changes, restarts, noticeNo: notice?.no ?? null };
}

/** The plan as it would be published now, by the same rules; nothing is kept of it. */
export async function draftedPlan(unit: Unit, { no, now }: { no: number; now: Date }): Promise<Version> {
  const project = { ...(await writable(unit, no, now)) };
  const budgetFen = budgetOf(project, { cost: undefined });
  const { version, ...rest } = await nextVersion(unit, project, { budgetFen, text: undefined, now });
  return { project: { ...project, ...version, state: 'plan_published' }, ...rest };
}

/** The project, where a plan of it may be published now. */
async function writable(unit: Unit, no: number, now: Date): Promise<Project> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(
    project,
    ['topic_selected', 'plan_published', 'not_approved', 'quorum_failed', 'funding_failed'],
    '发布方案',
  );
  await ensureCooled(unit, project, now);
  await ensurePaidBack(unit, project);
  return project;
}

function budgetOf(project: Project, { cost, funding }: Pick<NewPlan, 'cost' | 'funding'>): number {
  const { no } = project;
  const saidFen = funding?.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const budgetFen = cost ?? saidFen ?? plannedBudgetFen(project);
  if (budgetFen === null) throw new Refusal('plan.noBudget', { no });
  if (budgetFen > mostFen) throw new Refusal('amount.tooLarge', { mostFen });
  if (budgetFen > 0 && !mayAskResidents(project.payerCheck)) throw new Refusal('plan.noPayerCheck', { no });
  return budgetFen;
}

/** What the version says that is published next, with what it changes; the project takes on its words and sums. */
async function nextVersion(
  unit: Unit,
  project: Project,
  { budgetFen, text, now }: { budgetFen: number; text: string | undefined; now: Date },
) {
  ensureWhole(project.no, project.budgetLines, budgetFen);
  ensureFunded(project.no, project.fundingPlan, budgetFen);

  // The days and limits of a round that has ended are no part of the plan that is put anew.
  if (project.round?.targetFen !== undefined) Object.assign(project, { round: null });
  const before = project.state === 'plan_published' ? project.planFacts : null;
  Object.assign(project, { spendOrder: spendOrderOf(project, rulesAt(now)) });
  Object.assign(project, { budgetFen, planText: text ?? project.planText ?? project.title });
  const planFacts = await planFactsOf(unit, project);
  const changes = before ? changesIn(before, planFacts) : [];
  if (before && changes.length === 0) throw new Refusal('plan.same', { no: project.no, version: project.planVersion });
  const restarts = !before || materialIn(changes).length > 0 || (await waitsForBoard(unit, project));
  const planPublishedAt = restarts ? now : project.planPublishedAt;
  const version = { pledgeClosesAt: null, planFacts, planVersion: project.planVersion + 1, planPublishedAt };
  return { version, changes, restarts };
}

/** What was voted down is not put again while its result may still be objected to (docs/domain.md 4.1, 7.10). */
async function ensureCooled(unit: Unit, project: Project, now: Date): Promise<void> {
  const until = await coolsUntil(unit, project);
  if (until && now < until) throw new Refusal('plan.cooling', { no: project.no, until });
}

/** After a round that failed residents have their money back before they are asked again (docs/domain.md 8.6). */
async function ensurePaidBack(unit: Unit, { id, no, state }: Project): Promise<void> {
  if (state !== 'funding_failed') return;
  const balances = await unit.ledger.balances(id);
  const leftFen = (balances['cash/residents'] ?? 0) + (balances['received/residents'] ?? 0);
  if (leftFen > 0) throw new Refusal('plan.owesBack', { no, leftFen });
}

/** True while the version on display has not begun its days, because its sheet does not hang on the board yet. */
async function waitsForBoard(unit: Unit, { id }: Project): Promise<boolean> {
  const { boardSince } = unit.grid;
  const notice = boardSince && (await unit.disclosures.latest(id, 'plan'));
  return Boolean(notice && !notice.boardAt && notice.at >= boardSince);
}

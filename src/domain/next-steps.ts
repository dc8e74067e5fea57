import type { ProjectState } from './lifecycle.js';
import { typed, yuan } from './money.js';
import { askingStep, spendSteps, type WaitingRequest } from './funds/spend-steps.js';
import { voteSayings } from './poll/choices.js';
import { confirmers, permissions, secretaries } from './permissions.js';
import { type MoneyStanding, leftoverSteps, receiptSteps, roundSteps } from './pledge/round-steps.js';
import { type Next, type Step, type Wait, mayBe, step } from './step.js';
import { type WorksStanding, worksSteps } from './works/works-steps.js';

/** Where a matter stands, as far as it decides on what comes next. */
export interface Standing {
  readonly no: number;
  readonly state: ProjectState;
  readonly now: Date;
  readonly proposerId: number;
  /** Households that have seconded it, and how many are still needed. */
  readonly seconded: readonly number[];
  readonly secondsMissing: number;
  /** Whether it was found out who has to pay, and who it is. */
  readonly payer: 'unchecked' | 'residents' | 'others';
  readonly hasTeam: boolean;
  /** The budget that the plan would have, in fen; null where nobody has named one. */
  readonly plannedFen: number | null;
  /** True where it is written down what is to be done. */
  readonly hasText: boolean;
  readonly objections: readonly { readonly no: number; readonly dueAt: Date }[];
  /** When a vote on the plan may open, and the notice that is not yet on the wall. */
  readonly pollFrom: Date | null;
  /** True where what neighbours decide on was changed since it was published. */
  readonly isChanged: boolean;
  /** Until when a plan that was voted down may not be put again. */
  readonly coolsUntil: Date | null;
  readonly emergency: EmergencyStanding;
  readonly unposted: number | null;
  readonly poll: Voting | null;
  readonly reviewEndsAt: Date | null;
  readonly money: MoneyStanding;
  readonly requests: readonly WaitingRequest[];
  readonly works: WorksStanding;
  /** The morning on which final accounts are published, and from when on the project may be archived. */
  readonly settlesAt: Date | null;
  /** The last moment at which it may be rated. */
  readonly ratedBy: Date | null;
  readonly closesFrom: Date | null;
}

/** Danger and urgent repair (docs/domain.md 8.7): whether it may be declared, and who has still to confirm what was declared. */
interface EmergencyStanding {
  readonly mayDeclare: boolean;
  readonly waitsFor: readonly ('household' | 'office')[];
  /** Who declared or confirmed it already, by member id. */
  readonly by: readonly number[];
  /** What it may cost at most, in fen, once works have begun for it; 0 for every other matter. */
  readonly begunFen: number;
}

interface Voting {
  readonly closesAt: Date;
  /** Households that may vote and have not. */
  readonly silent: readonly number[];
  readonly options: readonly string[] | null;
  readonly mayExtend: boolean;
}

type Found = { readonly steps: readonly Step[]; readonly wait?: Wait | null };

/** What may be done about a matter now, what has to be done first, and what is only waited for (docs/domain.md 4.1). */
export function nextSteps(at: Standing): Next {
  const { steps, wait = null } = stepsIn(at);
  return { steps: [...emergencySteps(at), ...steps, ...endSteps(at)], wait };
}

function stepsIn(at: Standing): Found {
  switch (at.state) {
    case 'issue_reported':
      return { steps: secondSteps(at) };
    case 'topic_proposed':
      return { steps: [classStep(at)] };
    case 'referred':
      return { steps: referralSteps(at) };
    case 'topic_selected':
      return { steps: [...payerSteps(at), ...planSteps(at)], wait: coolingWait(at) };
    case 'not_approved':
    case 'quorum_failed':
    case 'funding_failed':
      return againSteps(at);
    case 'plan_published':
      return noticeSteps(at);
    case 'voting':
      return votingSteps(at);
    case 'result_published':
      return reviewSteps(at);
    case 'approved':
      return { steps: [], wait: { what: '开始认筹', until: null } };
    case 'pledging':
    case 'collecting':
      return { steps: [...roundSteps(at), ...receiptSteps(at)], wait: roundWait(at) };
    case 'funded':
    case 'in_progress':
    case 'rectification':
    case 'completed_pending_acceptance':
      return { steps: [...worksSteps(at), ...receiptSteps(at), ...spendSteps(at)] };
    case 'accepted':
      return {
        steps: [
          ...askingStep(at.no, at.works.unaskedFen, at.works.supervisors),
          ...spendSteps(at),
          ...receiptSteps(at),
          ...rateStep(at),
        ],
        wait: { what: '公布决算', until: at.settlesAt },
      };
    case 'settlement_published':
      return {
        steps: [...spendSteps(at), ...receiptSteps(at), ...leftoverSteps(at), ...rateStep(at)],
        wait: { what: '公示期满、余款退清后归档', until: at.closesFrom },
      };
    case 'cancelled':
      return { steps: [...receiptSteps(at), ...leftoverSteps(at)] };
    default:
      return { steps: [] };
  }
}

function secondSteps({ no, seconded, secondsMissing, proposerId }: Standing): Step[] {
  const missing = secondsMissing > 0 ? `，还差${secondsMissing}户` : '';
  return [
    step(
      'proposal.support',
      { no },
      {
        for: { roles: ['resident'], notHouseholds: seconded },
        title: `邻居附议${missing}`,
        isFree: true,
        says: `附议${no}号`,
      },
    ),
    step(
      'proposal.withdraw',
      { no },
      {
        for: { members: [proposerId] },
        title: '不提了，撤回',
        says: `撤回${no}号提案`,
        optional: true,
      },
    ),
  ];
}

function classStep({ no }: Standing): Step {
  const says = [`${no}号定为迫切需求类`, `${no}号定为轻量影响类`, `${no}号定为品质提升类`];
  return step('proposal.classify', { no }, { for: { roles: secretaries }, title: '确定选题和类别', says });
}

function referralSteps({ no }: Standing): Step[] {
  const by = { roles: secretaries };
  return [
    step('project.referred', { no }, { for: by, title: '告诉大家责任方怎么办好的', says: `${no}号转办办好：……` }),
    mayBe(step('project.refer', { no }, { for: by, title: '另定答复的日子', says: `${no}号转办：……` })),
    mayBe(step('project.payer', { no }, { for: by, title: '查明不归他们出，改登记', says: `${no}号责任核查` })),
  ];
}

/** Who has to pay is found out before neighbours are asked for anything (docs/domain.md 4.2). */
function payerSteps({ no, payer, state }: Standing): Step[] {
  const says = `${no}号责任核查`;
  if (payer === 'unchecked')
    return [step('project.payer', { no }, { for: { roles: secretaries }, title: '查清该谁出钱', says })];
  const check = mayBe(step('project.payer', { no }, { for: { roles: secretaries }, title: '改责任核查', says }));
  if (payer === 'residents') return state === 'topic_selected' ? [check] : [];
  const refer = { for: { roles: secretaries }, title: '转给该出钱的一方', says: `${no}号转办：……` };
  return [step('project.refer', { no }, refer), check];
}

function planStep({ no, plannedFen }: Standing, title: string): Step {
  const cost = plannedFen === null ? '预算多少元' : `预算${typed(plannedFen)}`;
  const slots = { no, ...(plannedFen === null ? {} : { cost: plannedFen }) };
  return step('plan.publish', slots, { for: { roles: secretaries }, title, says: `发布${no}号方案：做什么，${cost}` });
}

/** What is written down already is published as it stands, once it was read back. */
function publishStep(at: Standing): Step {
  const plan = planStep(at, '发布方案');
  return at.hasText ? { ...plan, slots: { no: at.no }, says: [`公示${at.no}号方案`] } : plan;
}

function planSteps(at: Standing): Step[] {
  const { no, hasTeam, payer } = at;
  const by = { roles: secretaries };
  const track = step('poll.track', { no }, { for: by, title: '定表决方式（答三问）', says: `${no}号怎么表决` });
  const team = step('team.set', { no }, { for: by, title: '定监管小组', says: `${no}号监管小组：……` });
  // Nobody is asked for money before it is known that nobody else has to pay.
  return [
    ...(payer === 'residents' && !coolingWait(at) ? [publishStep(at)] : []),
    mayBe(track),
    mayBe(step('plan.sources', { no }, { for: by, title: '定资金来源', says: `${no}号资金来源：……` })),
    ...(hasTeam ? [] : [mayBe(team)]),
    mayBe(step('plan.draft', { no }, { for: by, title: '看方案草稿，一样一样定', says: `${no}号方案草稿` })),
  ];
}

/** What was voted down, or fell short, is put anew once its result can no longer be objected to. */
function againSteps(at: Standing): Found {
  const { payer } = at;
  const wait = coolingWait(at);
  if (wait) return { steps: [], wait };
  return { steps: [...payerSteps(at), ...(payer === 'residents' ? [planStep(at, '改好方案，重新公示')] : [])] };
}

function coolingWait({ now, coolsUntil }: Standing): Wait | null {
  return coolsUntil && now < coolsUntil ? { what: '结果公示期满，再改方案重新公示', until: coolsUntil } : null;
}

function pollStep(no: number): Step {
  return step(
    'poll.open',
    { no },
    { for: { roles: permissions['poll.open'] }, title: '发起表决', says: `${no}号发起表决` },
  );
}

function objectionSteps({ no, objections }: Standing): Step[] {
  return objections.map(({ no: objection, dueAt }) =>
    step(
      'objection.answer',
      { no, objection },
      {
        for: { roles: secretaries },
        title: `答复第${objection}条异议`,
        says: `答复${no}号异议${objection}：……`,
        until: dueAt,
      },
    ),
  );
}

function objectStep(no: number, about: string): Step {
  const says = `${no}号异议：……`;
  return mayBe(step('objection.raise', { no }, { for: { roles: ['resident'] }, title: `对${about}有异议`, says }));
}

function noticeSteps(at: Standing): Found {
  const { no, now, pollFrom, unposted, payer, isChanged } = at;
  const post = {
    for: { roles: permissions['notice.post'] },
    title: '把公示贴上公示栏',
    says: `第${String(unposted)}号公示已张贴`,
  };
  const take = { for: { roles: secretaries }, title: '撤下方案', says: `撤回${no}号方案：……` };
  const first = [
    ...objectionSteps(at),
    ...(payer === 'residents' ? [] : payerSteps(at)),
    ...(isChanged ? [planStep(at, '方案改过了，重新公示')] : []),
    ...(unposted === null ? [] : [step('notice.post', { notice: unposted }, post)]),
  ];
  const others = [objectStep(no, '方案'), mayBe(step('plan.withdraw', { no }, take))];
  if (pollFrom && now < pollFrom)
    return { steps: [...first, ...others], wait: { what: '方案公示期满', onward: `${no}号发起表决`, until: pollFrom } };
  return { steps: [...(first.length > 0 ? first : [pollStep(no)]), ...others] };
}

function votingSteps({ no, poll }: Standing): Found {
  if (!poll) return { steps: [], wait: { what: '表决截止', until: null } };
  const { closesAt, silent, mayExtend, options } = poll;
  const says = voteSayings({ no, options });
  const by = { households: silent };
  const vote = step('poll.vote', { no }, { for: by, title: '投票', says, until: closesAt });
  const extend = { for: { roles: secretaries }, title: '投票的户不够，延期一次', says: `${no}号延期10天` };
  return {
    steps: [vote, ...(mayExtend ? [mayBe(step('poll.extend', { no }, extend))] : [])],
    wait: { what: '自动截止计票', until: closesAt },
  };
}

function reviewSteps(at: Standing): Found {
  const { no, payer, money, reviewEndsAt } = at;
  const first = [...objectionSteps(at), ...(money.budgetFen > 0 && payer !== 'residents' ? payerSteps(at) : [])];
  const steps = [...first, objectStep(no, '结果')];
  const goesOn = money.budgetFen > 0 ? '决定生效，开始认筹' : '决定生效';
  return { steps, wait: first.length > 0 ? null : { what: `结果公示期满，${goesOn}`, until: reviewEndsAt } };
}

function roundWait({ state, money: { closesAt, gapFen } }: Standing): Wait | null {
  if (state !== 'pledging') return null;
  if (gapFen === 0) return { what: '其他来源的钱到账，居民不用认捐', until: null };
  return closesAt && { what: '认筹到期', until: closesAt };
}

function rateStep({ no, now, ratedBy, works: { rated } }: Standing): Step[] {
  if (ratedBy === null || now > ratedBy) return [];
  const by = { roles: ['resident'], notHouseholds: rated } as const;
  return [mayBe(step('project.rate', { no }, { for: by, title: '给项目打分', says: `给${no}号打5分` }))];
}

function emergencySteps({ no, state, money, emergency: { mayDeclare, waitsFor, by, begunFen } }: Standing): Step[] {
  const declare = { for: { roles: secretaries }, title: '等不得的，应急抢修', says: `${no}号应急抢修：……` };
  const says = `${no}号应急确认`;
  const titles = { household: '到现场看过的住户，确认应急', office: '到现场看过的楼里、物业或监管小组，确认应急' };
  const lacksFen = begunFen - money.receivedFen - money.pendingFen;
  const isBuilt = ['in_progress', 'rectification', 'completed_pending_acceptance'].includes(state);
  const receive = {
    for: { roles: permissions['funds.receive'] },
    // The cap is no cost: what comes in need not reach it.
    title: `抢修的钱到了就记，最多还可收${yuan(lacksFen)}`,
    says: `${no}号维修资金到账……元`,
  };
  return [
    ...(mayDeclare ? [mayBe(step('emergency.declare', { no }, declare))] : []),
    // No round of pledges brings it in.
    ...(isBuilt && lacksFen > 0 ? [mayBe(step('funds.receive', { no }, receive))] : []),
    ...waitsFor.map(part =>
      step(
        'emergency.confirm',
        { no },
        {
          for: { roles: part === 'household' ? ['resident'] : confirmers, notMembers: by },
          title: titles[part],
          says,
        },
      ),
    ),
  ];
}

/** Until it is accepted a project can be given up (docs/domain.md 4.1); a vote and its review come to their end first. */
const neverGivenUp: readonly ProjectState[] = [
  'voting',
  'result_published',
  'accepted',
  'settlement_published',
  'closed',
  'referral_done',
  'withdrawn',
  'cancelled',
];

function endSteps({ no, state, requests }: Standing): Step[] {
  if (neverGivenUp.includes(state) || requests.some(request => request.state === 'approved')) return [];
  const by = { roles: permissions['project.cancel'] };
  const end = step('project.cancel', { no }, { for: by, title: '不办了，终止', says: `${no}号终止：……` });
  const failed: readonly ProjectState[] = ['funding_failed', 'not_approved', 'quorum_failed'];
  return [failed.includes(state) ? end : mayBe(end)];
}

import { maskPayee } from '../masking.js';
import { typed, yuan } from '../money.js';
import { permissions, type RoleId, secretaries } from '../permissions.js';
import { plain } from '../plain-text.js';
import { type Step, mayBe, step } from '../step.js';

/** A payment on its way, as far as it decides on what comes next with it. */
export interface WaitingRequest {
  readonly no: number;
  readonly amountFen: number;
  readonly payee: string | null;
  readonly state: 'asked' | 'checked' | 'approved' | 'held' | 'paid';
  readonly askedById: number;
  readonly checkedById: number | null;
  readonly heldById: number | null;
  readonly approvals: readonly number[];
  /** The roles that approve a payment of this size, and whether the team's word is still needed. */
  readonly approvers: readonly RoleId[];
  readonly needsClearing: boolean;
  /** From when on it may be paid: the hold window is over. */
  readonly payableAt: Date | null;
  /** True where there is no picture of the voucher, and nobody has said in public why. */
  readonly lacksVoucher: boolean;
  /** True where something else stands in the way of the payment: a fault that is not mended, works that stand still. */
  readonly isStopped: boolean;
}

interface At {
  readonly no: number;
  readonly now: Date;
  readonly requests: readonly WaitingRequest[];
  readonly works: { readonly team: readonly number[]; readonly supervisors: readonly number[] };
}

/** Secretaries may ask too, but then another has to approve: they are not the first to be offered it. */
const handlers = ['building_leader', 'entrance_leader', 'grid_worker'] as const;

/** What comes next with each payment that is asked for: another pair of hands at each step (docs/domain.md 8.4). */
export function spendSteps(at: At): Step[] {
  return at.requests.flatMap(request => {
    const detail = paymentWords(request);
    return requestSteps(request, at).map(one => ({ ...one, detail }));
  });
}

/** `850元给张记五金`; a payee stands as in the notices (docs/domain.md 9). */
function paymentWords({ amountFen, payee }: Pick<WaitingRequest, 'amountFen' | 'payee'>): string {
  return `${yuan(amountFen)}${payee === null ? '' : `给${plain(maskPayee(payee), 16)}`}`;
}

function requestSteps(request: WaitingRequest, at: At): Step[] {
  const { no, state, askedById, checkedById, heldById, approvals } = request;
  const { supervisors } = at.works;
  const slots = { request: no };
  const back = step('spend.refuse', slots, {
    for: { roles: ['bookkeeper', ...secretaries] },
    title: `退回支出申请${no}`,
    says: `退回申请${no}：……`,
    optional: true,
  });
  switch (state) {
    case 'held':
      return [
        step('spend.release', slots, {
          for: { members: heldById === null ? [] : [heldById], called: '监管小组' },
          title: `放行暂缓的支出申请${no}`,
          says: `放行申请${no}`,
        }),
        back,
      ];
    case 'asked':
      return [
        step('spend.check', slots, {
          for: { roles: permissions['spend.check'], notMembers: [askedById, ...supervisors] },
          title: `核对支出申请${no}`,
          says: `核对申请${no}`,
        }),
        ...(request.lacksVoucher ? [voucherStep(request)] : []),
        back,
      ];
    case 'checked':
      return [
        step('spend.approve', slots, {
          for: {
            roles: request.approvers,
            notMembers: [askedById, checkedById ?? askedById, ...approvals, ...supervisors],
          },
          title: `批准支出申请${no}`,
          says: `批准申请${no}`,
        }),
        ...(request.lacksVoucher ? [voucherStep(request)] : []),
        ...clearing(request, at),
        back,
      ];
    case 'approved':
      return [...paying(request, at), back];
    case 'paid':
      return request.lacksVoucher ? voucherSteps(request) : [];
  }
}

/** Above the limits a payment waits for the word of the team; below it they may still hold it. */
function clearing({ no, needsClearing, askedById, approvals }: WaitingRequest, { works }: At): Step[] {
  const by = { members: works.team.filter(id => id !== askedById && !approvals.includes(id)), called: '监管小组' };
  const hold = { for: by, title: `暂缓支出申请${no}`, says: `暂缓申请${no}：……` };
  const clear = { for: by, title: `看过支出申请${no}，没有异议`, says: `申请${no}无异议` };
  return [
    ...(needsClearing ? [step('spend.clear', { request: no }, clear)] : []),
    mayBe(step('spend.hold', { request: no }, hold)),
  ];
}

function paying(request: WaitingRequest, at: At): Step[] {
  const { no, askedById, checkedById, approvals, needsClearing, payableAt, lacksVoucher, isStopped } = request;
  const before = [...(lacksVoucher ? voucherSteps(request) : []), ...clearing(request, at)];
  if (needsClearing || payableAt === null || at.now < payableAt) return before;
  if (lacksVoucher) return before;
  if (isStopped) return [...before, despite(request, '确要先付，说明原因放行支出申请')];
  return [
    step(
      'spend.pay',
      { request: no },
      {
        for: { roles: permissions['funds.spend'], notMembers: [askedById, checkedById ?? askedById, ...approvals] },
        title: `付款：支出申请${no}`,
        says: `付申请${no}`,
      },
    ),
    ...before,
  ];
}

/** Who asked for it is reminded of the picture from the first; to go without one is the rare way out, and nobody is pressed to it. */
function voucherSteps(request: WaitingRequest): Step[] {
  return [voucherStep(request), mayBe(despite(request, '凭据确实没有，说明原因放行支出申请'))];
}

function voucherStep({ no, askedById }: WaitingRequest): Step {
  const by = { members: [askedById], called: '经手人' };
  const add = { for: by, title: `补支出申请${no}的凭据照片`, says: `补凭据${no}` };
  return step('spend.voucher', { request: no }, add);
}

function despite({ no, askedById }: WaitingRequest, title: string): Step {
  return step(
    'spend.despite',
    { request: no },
    {
      for: { roles: permissions['spend.despite'], notMembers: [askedById] },
      title: `${title}${no}`,
      says: `申请${no}照付：……`,
    },
  );
}

/** Who handles the works may ask for a payment, while there is money that nobody has asked for yet. */
export function askingStep(no: number, leftFen: number, supervisors: readonly number[]): Step[] {
  if (leftFen <= 0) return [];
  const by = { roles: handlers, notMembers: supervisors };
  return [
    mayBe(
      step(
        'spend.ask',
        { no },
        { for: by, title: `申请支出，${yuan(leftFen)}还没有申请`, says: `${no}号申请支出${typed(leftFen)}：……` },
      ),
    ),
  ];
}

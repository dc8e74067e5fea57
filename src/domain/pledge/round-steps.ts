import { type Source, sources } from '../funds/ledger.js';
import type { ProjectState } from '../lifecycle.js';
import { typed, yuan } from '../money.js';
import { permissions, secretaries } from '../permissions.js';
import { type Step, mayBe, step } from '../step.js';

/** A household that promised and has not paid, how its home is called, and from when on its promise may be released. */
interface Owing {
  readonly householdId: number;
  readonly place: string;
  readonly amountFen: number;
  readonly releasableFrom: Date;
}

/** The money of a matter, as far as it decides on what comes next. All in fen. */
export interface MoneyStanding {
  readonly budgetFen: number;
  /** What is still missing of what residents are asked for. */
  readonly gapFen: number;
  readonly pendingFen: number;
  readonly receivedFen: number;
  readonly closesAt: Date | null;
  /** A sum that every household may pledge, as it is typed, and the most that one may, in words. */
  readonly example: string;
  readonly cap: string;
  /** The end of a round that would be prolonged by the usual days. */
  readonly longerUntil: string;
  /** What households promised and have not paid, with how their home is called. */
  readonly owing: readonly Owing[];
  /** Households that may pledge and have not. */
  readonly silent: readonly number[];
  /** What other sources were planned to give and have not. */
  readonly awaited: readonly { readonly source: Source; readonly amountFen: number }[];
  /** What is left over: residents', and everybody else's. */
  readonly leftResidentsFen: number;
  readonly leftOthersFen: number;
  /** True where the plan hands residents' money on. */
  readonly handsOn: boolean;
  /** True where a given-up project's accounts still have to be seen by the team. */
  readonly needsSeeing: boolean;
}

interface At {
  readonly no: number;
  readonly now: Date;
  readonly state: ProjectState;
  readonly money: MoneyStanding;
  readonly works: { readonly team: readonly number[] };
}

/** Neighbours pledge what they like; where it falls short the secretary has the ways of docs/domain.md 6.5 and 8.6. */
export function roundSteps({ no, now, money }: At): Step[] {
  const { gapFen, closesAt, longerUntil, receivedFen, pendingFen, silent, owing } = money;
  const gap = yuan(gapFen);
  const pledge = step(
    'pledge.money',
    { no },
    {
      for: { households: silent },
      title: `自愿认捐，还差${gap}${money.cap}`,
      isFree: true,
      says: `${no}号我出${money.example}`,
      ...(closesAt ? { until: closesAt } : {}),
    },
  );
  const cancel = step(
    'pledge.cancel',
    { no },
    {
      for: { households: owing.map(({ householdId }) => householdId) },
      title: '不想出了，撤回认捐',
      says: `撤回${no}号的认捐`,
      optional: true,
    },
  );
  if (gapFen === 0) return [cancel];
  const cover = { for: { roles: secretaries }, title: `由别的钱补缺口${gap}`, says: `${no}号缺口：……` };
  const longer = {
    for: { roles: secretaries },
    title: `延长认筹到${longerUntil}`,
    says: `${no}号认筹：截止${longerUntil}`,
  };
  const lapse = { for: { roles: secretaries }, title: '认筹作罢，改小方案', says: `${no}号认筹作罢` };
  const hasEnded = closesAt !== null && now >= closesAt;
  const ways = [
    step('pledge.gap', { no }, cover),
    step('pledge.round', { no, terms: `截止${longerUntil}` }, longer),
    ...(receivedFen + pendingFen > 0 ? [] : [step('pledge.release', { no }, lapse)]),
  ];
  // What comes too late is refused, so it is offered to nobody.
  return hasEnded ? [...ways, cancel] : [pledge, ...ways.map(mayBe), cancel];
}

/** What came in is recorded by the cashier and held against the bank's list by the bookkeeper (docs/domain.md 8.3). */
export function receiptSteps({ no, now, state, money }: At): Step[] {
  const { pendingFen, owing, awaited, gapFen } = money;
  const isOver = state === 'cancelled' || state === 'settlement_published';
  const receive = isOver || state === 'pledging' ? [] : owing;
  const releasable = state === 'collecting' ? owing.filter(({ releasableFrom }) => releasableFrom <= now).length : 0;
  return [
    ...(pendingFen > 0
      ? [
          step(
            'funds.reconcile',
            { no, amount: pendingFen },
            {
              for: { roles: permissions['funds.reconcile'] },
              title: `对账，待核${yuan(pendingFen)}`,
              says: `${no}号对账无误，共${typed(pendingFen)}`,
            },
          ),
        ]
      : []),
    ...(isOver ? [] : awaited).map(({ source, amountFen }) =>
      step(
        'funds.receive',
        { no, source, amount: amountFen },
        {
          for: { roles: permissions['funds.receive'] },
          title: `记${sources[source]}到账${yuan(amountFen)}`,
          ...(state === 'pledging' && gapFen === 0 ? { inPublic: `等${sources[source]}的钱到账，居民不用认捐` } : {}),
          says: `${no}号${sources[source]}到账${typed(amountFen)}`,
        },
      ),
    ),
    ...receive.map(({ place, amountFen }) =>
      step(
        'funds.receive',
        { no, payer: place, amount: amountFen },
        {
          for: { roles: permissions['funds.receive'] },
          title: `收到${place}交的${yuan(amountFen)}`,
          inPublic: owed,
          says: `${no}号收到${place} ${typed(amountFen)}`,
        },
      ),
    ),
    ...(releasable > 0
      ? [
          // Who has not paid is known to the cashier alone, until a secretary asks for it on purpose.
          step(
            'promise.release',
            { no },
            {
              for: { roles: secretaries },
              title: `放回${releasable}户提醒完还没交的认捐（问出纳是哪一户），或再等等`,
              inPublic: owed,
              says: `${no}号放回……的认捐：……`,
            },
          ),
        ]
      : []),
  ];
}

/** Nobody's home is named. */
const owed = '认捐的户把钱交给出纳';

/** What is left over goes back to those who paid, or where the plan says (docs/domain.md 8.6). */
export function leftoverSteps({ no, state, money, works }: At): Step[] {
  const { leftResidentsFen, leftOthersFen, handsOn, needsSeeing, pendingFen } = money;
  if (pendingFen > 0 || leftResidentsFen + leftOthersFen === 0) return [];
  if (needsSeeing) {
    const see = {
      for: { members: works.team, called: '监管小组' },
      title: '看过终止项目的账',
      says: `${no}号终止账目无异议`,
    };
    return [step('project.clear', { no }, see)];
  }
  const steps: Step[] = [];
  const amount = leftResidentsFen;
  if (amount > 0 && handsOn && state !== 'cancelled')
    steps.push(
      step(
        'funds.pass',
        { no, amount },
        {
          for: { roles: permissions['funds.receive'] },
          title: `居民余款${yuan(amount)}按方案转出`,
          says: `${no}号余款转出${typed(amount)}`,
        },
      ),
    );
  else if (amount > 0)
    steps.push(
      step(
        'funds.spend',
        { no, amount, purpose: '余款退款' },
        {
          for: { roles: permissions['funds.receive'] },
          title: `居民余款${yuan(amount)}退回各户`,
          says: `${no}号支出余款退款${typed(amount)}`,
        },
      ),
    );
  if (leftOthersFen > 0)
    steps.push(
      step(
        'funds.return',
        { no, amount: leftOthersFen },
        {
          for: { roles: permissions['funds.receive'] },
          title: `其他余款${yuan(leftOthersFen)}退回原渠道`,
          says: `${no}号退回原渠道${typed(leftOthersFen)}`,
        },
      ),
    );
  return steps;
}

import { Refusal } from '../../src/domain/refusal.js';
import { may, type Permission } from '../../src/domain/permissions.js';
import { payRefunds } from '../../src/operations/funds/pay-refunds.js';
import { returnToSources } from '../../src/operations/funds/pass-surplus.js';
import { payDespite } from '../../src/operations/funds/payment-stops.js';
import { addVoucher } from '../../src/operations/funds/add-voucher.js';
import { reconcileReceipts } from '../../src/operations/funds/reconcile-receipts.js';
import { recordReceipt } from '../../src/operations/funds/record-receipt.js';
import { recordSpending } from '../../src/operations/funds/record-spending.js';
import { refuseSpending } from '../../src/operations/funds/refuse-spending.js';
import {
  approveSpending,
  askSpending,
  checkSpending,
  clearSpending,
  holdSpending,
  releaseSpending,
} from '../../src/operations/funds/request-spending.js';
import { reverseEntry } from '../../src/operations/funds/reverse-entry.js';
import { cancelPledge } from '../../src/operations/pledge/cancel-pledge.js';
import { giveUpRound } from '../../src/operations/pledge/close-pledge-round.js';
import { coverRoundGap } from '../../src/operations/pledge/cover-gap.js';
import { pledgeMoney } from '../../src/operations/pledge/pledge-money.js';
import { cancelProject } from '../../src/operations/works/cancel-project.js';
import { clearCancelled } from '../../src/operations/works/clear-cancelled.js';
import { checkFault, findFault, mendFault } from '../../src/operations/works/mend-finding.js';
import { acceptMilestone, reachMilestone } from '../../src/operations/works/plan-schedule.js';
import { reportProgress } from '../../src/operations/works/report-progress.js';
import { signAcceptance } from '../../src/operations/works/sign-acceptance.js';
import { resumeWorks, stopWorks } from '../../src/operations/works/stop-works.js';
import type { Unit } from '../../src/store/engine/unit.js';
import type { MemberView } from '../../src/store/people/members.js';
import { earlyActs, nothing } from './early-deeds.js';
import { type Life, type Made, sum } from './model.js';
import { botSource } from './early-deeds.js';
import { coverOf, hasPhoto, lifeOf, payeeOf } from './rules.js';
import { homeAt } from './early-rules.js';
import { type Deed, homes, type Kind, type Town } from './town.js';
import { percentOf } from './works-rules.js';
import type { World } from './world.js';

/** What a deed is done with: the town and its matter only to name what it is about, never to decide. */
export interface Doing {
  readonly unit: Unit;
  readonly town: Town;
  readonly life: Life;
  readonly deed: Deed;
  readonly member: MemberView;
  readonly now: Date;
  readonly messageId: string;
  readonly no: number;
}

export type Do = readonly [Permission, (doing: Doing) => Promise<Made>];

/** Does a deed with the bot's own operations. True with what it made where it went through, false where the bot refused it. */
export async function does(world: World, town: Town, deed: Deed): Promise<{ made: Made } | { refused: Refusal }> {
  const now = new Date(town.now);
  const { kind } = deed;
  if (kind === 'wait') {
    await world.runClock(now);
    return { made: {} };
  }
  const [permission, act] = kind in earlyActs ? earlyActs[kind as EarlyKind] : acts[kind as LaterKind];
  // A matter is raised where there is none yet.
  const life = lifeOf(town, deed) as Life;
  const messageId = world.nextMessage();
  // What is said of it is not what is compared.
  const cause = { by: deed.who, at: now, messageId, tell: async () => [] };
  try {
    const made = await world.inUnit(async unit => {
      const member = await unit.members.view(deed.who);
      if (!may(member, permission)) throw new Refusal('permission.missing', { deed: permission, roles: [] });
      return act({ unit, town, life, deed, member, now, messageId, no: life?.no ?? 0 });
    }, cause);
    return { made };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error };
    throw error;
  }
}

type EarlyKind = Kind & keyof typeof earlyActs;
type LaterKind = Exclude<Kind, EarlyKind | 'wait'>;

const requestIn = ({ life, deed: { n } }: Doing): number =>
  life.requests[n % Math.max(1, life.requests.length)]?.no ?? 999;
const findingIn = ({ life, deed: { n } }: Doing): number =>
  life.findings[n % Math.max(1, life.findings.length)]?.no ?? 999;
const milestoneIn = ({ life, deed: { n } }: Doing): string =>
  life.milestones[n % Math.max(1, life.milestones.length)]?.name ?? '没有这个';
const picture = (words: string) => ({
  bytes: Buffer.from(`\xff\xd8\xff${words}`, 'latin1'),
  type: 'image/jpeg' as const,
});

/** Money of a named source comes in. */
async function from(d: Doing, source: 'subsidy' | 'public_revenue'): Promise<Made> {
  const { entry } = await recordReceipt(d.unit, { ...d, amountFen: d.deed.fen, payer: undefined, source });
  return { no: entry.no };
}

const acts: Readonly<Record<LaterKind, Do>> = {
  pledge: ['pledge.make', d => nothing(pledgeMoney(d.unit, { ...d, amountFen: d.deed.fen, replaces: false }))],
  withdraw: ['pledge.cancel', d => nothing(cancelPledge(d.unit, d))],
  receive: [
    'funds.receive',
    async d => {
      const home = `${homes.indexOf(homeAt(d.deed.n)) + 1}01`;
      const payer = { said: home, building: '1', unit: '1', room: home };
      const { entry } = await recordReceipt(d.unit, { ...d, amountFen: d.deed.fen, payer, source: undefined });
      return { no: entry.no };
    },
  ],
  give: ['funds.receive', d => from(d, 'subsidy')],
  giveCommon: ['funds.receive', d => from(d, 'public_revenue')],
  reconcile: [
    'funds.reconcile',
    d => {
      const waits = d.life.pendingSum + (d.deed.n === 5 || d.life.pendingSum === 0 ? 1 : 0);
      return nothing(reconcileReceipts(d.unit, { ...d, amountFen: waits }));
    },
  ],
  reverse: [
    'funds.reverse',
    d => {
      const one = d.life.booked[d.deed.n % Math.max(1, d.life.booked.length)];
      return nothing(reverseEntry(d.unit, { ...d, voucher: one?.no ?? 99_999, reason: '记错了' }));
    },
  ],
  cover: [
    'plan.publish',
    d => {
      const { source, evidence } = coverOf(d.deed.n, d.no, d.deed.fen);
      const said = [{ source: botSource[source], amountFen: d.deed.fen, evidence }];
      return nothing(coverRoundGap(d.unit, { ...d, said }));
    },
  ],
  giveUp: ['plan.publish', d => nothing(giveUpRound(d.unit, d))],
  ask: [
    'spend.ask',
    async d => {
      const payee = payeeOf(d.deed.n);
      const purpose = `工程材料${payee === null ? '' : `，付给${payee}`}`;
      const pictures = hasPhoto(d.deed.n) ? [picture(d.messageId)] : [];
      const { request } = await askSpending(d.unit, { ...d, amountFen: d.deed.fen, purpose, pictures });
      return { no: request.no, photo: request.photo !== null };
    },
  ],
  voucher: [
    'spend.ask',
    d => nothing(addVoucher(d.unit, { ...d, request: requestIn(d), pictures: [picture(d.messageId)] })),
  ],
  check: ['spend.check', d => nothing(checkSpending(d.unit, { ...d, request: requestIn(d) }))],
  approve: ['spend.approve', d => nothing(approveSpending(d.unit, { ...d, request: requestIn(d) }))],
  refuse: ['spend.refuse', d => nothing(refuseSpending(d.unit, { ...d, request: requestIn(d), reason: '不对' }))],
  hold: ['spend.hold', d => nothing(holdSpending(d.unit, { ...d, request: requestIn(d), reason: '不对' }))],
  release: ['spend.hold', d => nothing(releaseSpending(d.unit, { ...d, request: requestIn(d) }))],
  clear: ['spend.hold', d => nothing(clearSpending(d.unit, { ...d, request: requestIn(d) }))],
  despite: ['spend.despite', d => nothing(payDespite(d.unit, { ...d, request: requestIn(d), reason: '急用' }))],
  pay: [
    'funds.spend',
    async d => ({ no: (await recordSpending(d.unit, { ...d, no: undefined, request: requestIn(d) })).entry.no }),
  ],
  progress: [
    'progress.report',
    d => nothing(reportProgress(d.unit, { ...d, text: '干活', percent: percentOf(d.deed.n) })),
  ],
  reach: ['progress.report', d => nothing(reachMilestone(d.unit, { ...d, name: milestoneIn(d) }))],
  accept: ['inspection.report', d => nothing(acceptMilestone(d.unit, { ...d, name: milestoneIn(d) }))],
  find: [
    'inspection.report',
    async d => ({ no: (await findFault(d.unit, { ...d, text: '漏水', day: null })).finding.no }),
  ],
  mend: ['progress.report', d => nothing(mendFault(d.unit, { ...d, finding: findingIn(d) }))],
  look: [
    'inspection.report',
    d => nothing(checkFault(d.unit, { ...d, finding: findingIn(d), fault: d.deed.n < 4 ? null : '还漏' })),
  ],
  stop: ['works.stop', d => nothing(stopWorks(d.unit, { ...d, reason: '危险' }))],
  resume: ['works.stop', d => nothing(resumeWorks(d.unit, d))],
  sign: [
    'project.accept',
    d => nothing(signAcceptance(d.unit, { ...d, result: d.deed.n < 4 ? 'pass' : 'fail', text: '验收' })),
  ],
  cancel: ['project.cancel', d => nothing(cancelProject(d.unit, { ...d, reason: '不做了' }))],
  seen: ['spend.hold', d => nothing(clearCancelled(d.unit, d))],
  refund: [
    'funds.spend',
    d => {
      const left = sum([...d.life.shares.values()]);
      return nothing(payRefunds(d.unit, { ...d, amountFen: left === 0 || d.deed.n === 5 ? left + 1 : left }));
    },
  ],
  back: [
    'funds.spend',
    d => {
      const others = d.life.free - sum([...d.life.shares.values()]);
      return nothing(
        returnToSources(d.unit, { ...d, amountFen: others === 0 || d.deed.n === 5 ? others + 1 : others }),
      );
    },
  ],
};

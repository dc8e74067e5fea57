import { strict as assert } from 'node:assert';
import { dayOf } from '../../src/domain/calendar.js';
import type { Source as BotSource } from '../../src/domain/funds/ledger.js';
import { ruleOrder } from '../../src/operations/funds/pass-surplus.js';
import { askBinding } from '../../src/operations/people/ask-binding.js';
import { confirmBinding } from '../../src/operations/people/confirm-binding.js';
import { importRoster } from '../../src/operations/people/import-roster.js';
import { unbindMember } from '../../src/operations/people/unbind-member.js';
import { answerObjection } from '../../src/operations/plan/answer-objection.js';
import { checkPayer, settleReferral } from '../../src/operations/plan/check-payer.js';
import { planFunding } from '../../src/operations/plan/plan-funding.js';
import { publishPlan } from '../../src/operations/plan/publish-plan.js';
import { raiseObjection } from '../../src/operations/plan/raise-objection.js';
import { withdrawPlan } from '../../src/operations/plan/withdraw-plan.js';
import { setRound } from '../../src/operations/pledge/set-round.js';
import { castVote, undoVote } from '../../src/operations/poll/cast-vote.js';
import { closePoll, pollToEnd } from '../../src/operations/poll/close-poll.js';
import { extendPoll } from '../../src/operations/poll/extend-poll.js';
import { openPoll } from '../../src/operations/poll/open-poll.js';
import { selectProjectTrack } from '../../src/operations/poll/select-track.js';
import { classifyProject } from '../../src/operations/proposal/classify-project.js';
import { openProposal } from '../../src/operations/proposal/open-proposal.js';
import { supportProposal } from '../../src/operations/proposal/support-proposal.js';
import { withdrawProposal } from '../../src/operations/proposal/withdraw-proposal.js';
import { confirmEmergency, declareEmergency } from '../../src/operations/works/emergency.js';
import { planSchedule } from '../../src/operations/works/plan-schedule.js';
import type { Do, Doing } from './deeds.js';
import { day } from './days.js';
import { classOf, milestonesOf, orderOf, payerOf, reasonOf, saidOf, textOf, titleOf } from './early-rules.js';
import type { Made, Source } from './model.js';
import { choiceOf, isUpheld } from './poll-rules.js';
import { buyer, loose, sold } from './town.js';
import { householdLine } from './world.js';

/** What the bot calls the model's sources. */
export const botSource: Readonly<Record<Source, BotSource>> = {
  residents: 'residents',
  subsidy: 'subsidy',
  common: 'public_revenue',
};

export const nothing = async (work: Promise<unknown>): Promise<Made> => {
  await work;
  return {};
};

/** Three plain answers for each rule by which a matter is decided. */
const answers = [
  { deciding: 'works', money: 'voluntary', part: 'none' },
  { deciding: 'works', money: 'common_income', part: 'none' },
  { deciding: 'works', money: 'voluntary', part: 'none', needsEveryHousehold: true },
  { deciding: 'works', money: 'voluntary', part: 'common_changed' },
] as const;

const objectionIn = ({ life, deed: { n } }: Doing): number =>
  life && life.objections.length > 0 ? (n % life.objections.length) + 1 : 99;

/** What is done before money is asked for, by the bot's own operations. */
export const earlyActs = {
  raise: [
    'proposal.open',
    d => nothing(openProposal(d.unit, { ...d, title: titleOf(d.deed.n), place: undefined, cost: undefined })),
  ],
  second: ['proposal.support', d => nothing(supportProposal(d.unit, d))],
  takeBack: ['proposal.withdraw', d => nothing(withdrawProposal(d.unit, d))],
  classify: [
    'proposal.classify',
    d => {
      const reason = reasonOf(d.deed.n) ?? undefined;
      return nothing(classifyProject(d.unit, { ...d, fundingClass: classOf(d.deed.n), reason }));
    },
  ],
  payer: [
    'plan.publish',
    d => {
      const { answer } = payerOf(d.deed.n);
      const dueOn = dayOf(new Date(d.now.getTime() + 10 * day));
      const referring = answer === 'utility' ? { to: '自来水公司', dueOn } : null;
      return nothing(checkPayer(d.unit, { ...d, answer, evidence: '查过竣工资料', referring }));
    },
  ],
  settle: ['plan.publish', d => nothing(settleReferral(d.unit, { ...d, how: '他们修好了' }))],
  track: [
    'poll.track',
    d => {
      const said = answers[d.deed.n % answers.length];
      assert(said, 'there is an answer');
      return nothing(selectProjectTrack(d.unit, { ...d, answers: said }));
    },
  ],
  order: [
    'plan.publish',
    d => nothing(ruleOrder(d.unit, { ...d, sources: orderOf(d.deed.n).map(source => botSource[source]) })),
  ],
  sources: [
    'plan.publish',
    d => {
      const said = saidOf({ ...d.deed, p: d.no - 1 });
      const planned = said.map(one => ({ source: botSource[one.source], amountFen: one.fen, evidence: one.evidence }));
      return nothing(planFunding(d.unit, { ...d, said: planned }));
    },
  ],
  round: [
    'plan.publish',
    d => {
      const { n, fen } = d.deed;
      const days = { days: 20 };
      const every = { everyHousehold: true as const };
      const said = n === 5 ? days : n === 3 ? every : n === 4 ? { capFen: fen } : { minimumFen: fen };
      return nothing(setRound(d.unit, { ...d, ...said }));
    },
  ],
  schedule: [
    'plan.publish',
    d => {
      const planned = milestonesOf(d.deed.n).map(name => ({
        name,
        plannedOn: '2026-04-01',
        startsOn: null,
        weight: null,
      }));
      return nothing(planSchedule(d.unit, { ...d, planned }));
    },
  ],
  publish: [
    'plan.publish',
    d => {
      const cost = d.deed.n < 4 ? d.deed.fen : undefined;
      return nothing(publishPlan(d.unit, { ...d, cost, text: textOf(d.deed.n) ?? undefined }));
    },
  ],
  unpublish: ['plan.publish', d => nothing(withdrawPlan(d.unit, { ...d, reason: '还要再商量' }))],
  openPoll: [
    'poll.open',
    d => {
      const { n } = d.deed;
      const deadline = n === 4 ? new Date(d.now.getTime() + day) : undefined;
      const track = n === 5 ? ('unanimous' as const) : undefined;
      return nothing(openPoll(d.unit, { ...d, question: undefined, options: undefined, deadline, track }));
    },
  ],
  vote: [
    'poll.vote',
    d => {
      const random = (bytes: number): Buffer => Buffer.from(d.messageId.padStart(bytes, '0').slice(-bytes));
      return nothing(castVote(d.unit, { ...d, choice: choiceOf(d.deed.n), reason: undefined, random }));
    },
  ],
  unvote: ['poll.vote', d => nothing(undoVote(d.unit, d))],
  extend: ['poll.extend', d => nothing(extendPoll(d.unit, { ...d, days: undefined }))],
  endPoll: [
    'poll.close',
    async d => {
      const { poll } = await pollToEnd(d.unit, d);
      return nothing(closePoll(d.unit, { poll, at: d.now }));
    },
  ],
  object: ['objection.raise', d => nothing(raiseObjection(d.unit, { ...d, text: '太贵了' }))],
  answer: [
    'objection.answer',
    d => {
      const about = { objection: objectionIn(d), text: '这样答复', upheld: isUpheld(d.deed.n) };
      return nothing(answerObjection(d.unit, { ...d, ...about }));
    },
  ],
  declare: [
    'emergency.declare',
    d => nothing(declareEmergency(d.unit, { ...d, what: '水管爆了', capFen: d.deed.fen })),
  ],
  confirm: ['emergency.confirm', d => nothing(confirmEmergency(d.unit, d))],
  sell: [
    'roster.import',
    async d => {
      const to = d.town.holder.get(sold) === buyer ? sold : buyer;
      return nothing(importRoster(d.unit, [householdLine(sold, to)]));
    },
  ],
  unbind: ['member.unbind', d => nothing(unbindMember(d.unit, { ...d, userid: loose, reason: '搬走了' }))],
  rebind: [
    'member.confirm',
    async d => {
      const member = await d.unit.members.view(loose);
      const { building, unit, room } = householdLine(loose, loose);
      const { isBound } = await askBinding(d.unit, {
        ...d,
        member,
        building,
        unit,
        room,
        name: undefined,
        inPrivate: true,
      });
      return isBound ? {} : nothing(confirmBinding(d.unit, { ...d, userid: loose }));
    },
  ],
} satisfies Readonly<Record<string, Do>>;

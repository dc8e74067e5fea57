import { day, endOfDay } from './days.js';
import { type Emergency, Life, type PayerAnswer, type Planned, sum, type Source, type Verdict } from './model.js';
import { type Deed, homes, type Home, type Kind, type Town } from './town.js';

/** While a plan may still be written. */
const planOpen = [
  'issue_reported',
  'topic_proposed',
  'topic_selected',
  'plan_published',
  'not_approved',
  'quorum_failed',
  'funding_failed',
];
/** When a source may still bring its evidence, and nothing else of it may change. */
const later = ['voting', 'result_published', 'pledging', 'collecting', 'funded'];
const beforeVote = ['issue_reported', 'topic_proposed', 'topic_selected', 'plan_published'];

type EarlyKind =
  | 'second'
  | 'takeBack'
  | 'classify'
  | 'payer'
  | 'settle'
  | 'order'
  | 'sources'
  | 'round'
  | 'schedule'
  | 'publish'
  | 'unpublish'
  | 'declare'
  | 'confirm';

/** From the first word to the published plan, and the short way of what cannot wait. */
export const earlyRules: Readonly<Record<EarlyKind & Kind, (life: Life, deed: Deed) => Verdict>> = {
  second(life, { who }) {
    if (!['issue_reported', 'topic_proposed'].includes(life.state)) return 'it is past that';
    const home = life.town.homeOf(who);
    if (!home || life.seconded.has(home)) return 'this household has seconded it';
    return () => {
      life.seconded.add(home);
      if (life.seconded.size >= 5 && life.state === 'issue_reported') life.go('topic_proposed');
    };
  },
  takeBack(life, { who }) {
    if (life.proposer !== who) return 'not theirs';
    if (!['issue_reported', 'topic_proposed'].includes(life.state)) return 'it is past that';
    return () => life.go('withdrawn');
  },
  classify(life, { n }) {
    if (!['topic_proposed', 'topic_selected'].includes(life.state)) return 'not now';
    const said = classOf(n);
    if (life.state === 'topic_selected') {
      if (said === life.fundingClass) return 'it is that class';
      if (life.classChanges >= 2) return 'changed too often';
      if (reasonOf(n) === null) return 'no reason';
    }
    return () => {
      if (life.state === 'topic_selected') life.classChanges += 1;
      else life.go('topic_selected');
      life.fundingClass = said;
    };
  },
  payer(life, { n }) {
    const at = ['voting', 'result_published', 'not_approved', 'quorum_failed', 'funding_failed', 'referred'];
    if (![...beforeVote, ...at].includes(life.state)) return 'residents were asked already';
    const { answer } = payerOf(n);
    const { state, payer } = life;
    return () => {
      const asks = answer !== 'utility';
      const resumes = ['issue_reported', 'topic_proposed'].includes(state) ? state : 'topic_selected';
      life.payer = { answer, at: life.now, from: asks ? null : (payer?.from ?? resumes) };
      const next = asks ? (state === 'referred' ? (payer?.from ?? 'topic_selected') : state) : 'referred';
      if (next !== state && !(state === 'voting' && !asks)) life.go(next);
    };
  },
  settle: life => (life.state === 'referred' ? () => life.go('referral_done') : 'nobody else was told'),
  order(life, { n }) {
    if (!planOpen.includes(life.state)) return 'the plan is decided';
    return () => {
      life.order = orderOf(n);
      life.isOrderSaid = true;
    };
  },
  sources(life, deed) {
    const isLater = later.includes(life.state);
    if (!planOpen.includes(life.state) && !isLater) return 'the plan is decided';
    const plan = planOf(deed, life);
    const wrong = unfounded(life, plan, plan);
    if (wrong !== null) return wrong;
    if (isLater && !isSameBut(life.plan, plan)) return 'the sums stand';
    return () => {
      life.plan = plan;
      if (isLater) life.turn();
    };
  },
  round(life, { n, fen }) {
    const onlyDays = n === 5;
    const isOpen = ['pledging', 'collecting'].includes(life.state);
    if (!planOpen.includes(life.state) && !(onlyDays && isOpen)) return 'the plan is decided';
    const part = residentsPart(life);
    if (part > 0 && n !== 3 && !onlyDays && fen > part) return 'more than residents are asked for';
    if (!isOpen)
      return () => {
        const wish = life.isWishSpent ? {} : life.wish;
        const said = onlyDays
          ? { days: 20 }
          : n === 3
            ? { every: true as const }
            : n === 4
              ? { cap: fen }
              : { minimum: fen };
        Object.assign(life, { wish: { ...wish, ...said }, isWishSpent: false });
      };
    const lacks = life.lacks;
    if (lacks.target === 0 && lacks.homes === 0) return 'nothing is missing';
    const end = endOfDay(life.now, 20);
    return end <= life.terms.closesAt ? 'it would end earlier' : () => void (life.terms.closesAt = end);
  },
  schedule(life, { n }) {
    const open = [...planOpen, 'pledging', 'collecting', 'funded', 'in_progress'];
    if (!open.includes(life.state)) return 'too late';
    if (life.milestones.length > 0 && !planOpen.includes(life.state)) return 'it stands';
    return () => {
      life.milestones = milestonesOf(n).map(name => ({ name, doneBy: null, accepted: false }));
    };
  },
  publish(life, deed) {
    const { state } = life;
    if (!['topic_selected', 'plan_published', 'not_approved', 'quorum_failed', 'funding_failed'].includes(state))
      return 'no plan now';
    if (isCooling(life)) return 'its result is still on display';
    if (owesResidents(life)) return 'residents have their money back first';
    const budget = deed.n < 4 ? deed.fen : life.plan ? sum(life.plan.map(({ fen }) => fen)) : life.budget;
    if (budget === null) return 'no budget';
    if (!mayAsk(life)) return 'who has to pay was not checked';
    if (life.plan && sum(life.plan.map(({ fen }) => fen)) !== budget) return 'the sources are another sum';
    const before = state === 'plan_published' ? life.display : null;
    const text = textOf(deed.n) ?? life.text;
    const wish = life.isWishSpent ? {} : life.wish;
    const order = life.isOrderSaid ? life.order : classOrder(life.fundingClass);
    const now = { ...factsOf({ ...plainOf(life), budget, text, wish, order }) };
    if (before && before.decided === now.decided && before.minor === now.minor) return 'it is the same plan';
    return () => {
      Object.assign(life, { budget, text, wish, isWishSpent: false, order, display: now });
      if (!before || before.decided !== now.decided) life.publishedAt = life.now;
      if (!before) life.go('plan_published');
    };
  },
  unpublish: life =>
    life.state === 'plan_published'
      ? () => {
          Object.assign(life, { display: null, publishedAt: null });
          life.go('topic_selected');
        }
      : 'no plan on display',
  declare(life, { who, fen }) {
    if (life.emergency && !isLapsed(life.emergency, life.now)) return 'declared already';
    if (!beforeVote.includes(life.state)) return 'too late';
    if (life.payer?.answer !== 'emergency') return 'it is none';
    if (fen > 2_000_000) return 'above the cap';
    const same = life.town.lives.some(
      other => other !== life && other.title === life.title && other.emergency && !isLapsed(other.emergency, life.now),
    );
    if (same) return 'the same matter under another number';
    const emergency = { cap: fen, by: who, at: life.now, household: null, office: null, startedAt: null };
    return () => void Object.assign(life, { emergency });
  },
  confirm(life, { who }) {
    const { emergency } = life;
    if (!emergency || isLapsed(emergency, life.now)) return 'none was declared';
    if (emergency.startedAt !== null || !beforeVote.includes(life.state)) return 'it is past that';
    if ([emergency.by, emergency.household, emergency.office].includes(who)) return 'another person';
    const isResident = life.town.homeOf(who) !== null;
    const part = isResident ? ('household' as const) : ('office' as const);
    if (emergency[part] !== null) return 'somebody of the other side';
    return () => {
      emergency[part] = who;
      if (emergency.household === null || emergency.office === null) return;
      emergency.startedAt = life.now;
      Object.assign(life, { budget: emergency.cap, plan: null });
      life.go('in_progress');
    };
  },
};

/** Titles of two words, so that two matters are one under two numbers now and then. */
export function titleOf(n: number): string {
  return ['换水管', '修路灯', '换水管', '补屋顶', '修路灯', '通下水'][n] ?? '换水管';
}

export function classOf(n: number): 'urgent' | 'light' | 'quality' {
  return (['urgent', 'light', 'quality'] as const)[n % 3] ?? 'urgent';
}

export function reasonOf(n: number): string | null {
  return n === 5 ? null : '居民会议重新商量过';
}

export function payerOf(n: number): { answer: PayerAnswer } {
  return { answer: n < 4 ? 'owners' : n === 4 ? 'emergency' : 'utility' };
}

export function orderOf(n: number): Source[] {
  return n % 2 === 0 ? ['residents', 'subsidy', 'common'] : ['common', 'subsidy', 'residents'];
}

export function milestonesOf(n: number): string[] {
  return ['拆旧', '装管'].slice(0, 1 + (n % 2));
}

export function textOf(n: number): string | null {
  return n % 2 === 1 ? '换成铜管' : null;
}

/** What is said of the sources: all of residents, half a subsidy with its approval or without, half of common income with a vote or without. */
export function saidOf({
  n,
  fen,
  p,
}: Deed): { source: Source; fen: number; evidence: string | null; vote: number | null }[] {
  const half = Math.ceil(fen / 2);
  const residents = {
    source: 'residents' as const,
    fen: n === 0 || fen === half ? fen : fen - half,
    evidence: null,
    vote: null,
  };
  if (n === 0 || fen === half) return [residents];
  if (n <= 2) return [residents, { source: 'subsidy', fen: half, evidence: n === 1 ? approval : null, vote: null }];
  const vote = n === 5 ? null : n === 3 ? 1 : p + 1;
  return [residents, { source: 'common', fen: half, evidence: vote === null ? null : `${vote}号表决`, vote }];
}

export const approval = '批文桓财2026-12号';

function planOf(deed: Deed, life: Life): Planned[] {
  const at = { ...deed, p: life.no - 1 };
  return saidOf(at).map(({ vote, ...one }) => ({ ...one, rests: vote === null ? [] : [{ vote, fen: one.fen }] }));
}

/** Why a plan of sources cannot stand: what is new rests on a vote that did not decide so, more than was decided, less than has come in. */
export function unfounded(life: Life, plan: readonly Planned[], added: readonly Planned[]): string | null {
  const votes = added.flatMap(({ rests }) => rests.map(({ vote }) => vote));
  if (votes.some(vote => !hasDecided(life.town, vote, life.now))) return 'no vote of the owners stands behind it';
  for (const { source, fen, evidence, rests } of plan) {
    for (const { vote } of rests) {
      const own = restsOn(rests, vote);
      // What rests on it already may stay.
      if (own <= restsOn(life.plan?.find(one => one.source === source)?.rests ?? [], vote)) continue;
      if (own > decidedBy(life.town, vote) - usedElsewhere(life, vote)) return 'beyond what the owners decided';
    }
    if (source !== 'residents' && evidence !== null && life.received[source] + life.pending[source] > fen)
      return 'more of it has come in';
  }
  return null;
}

function restsOn(rests: Planned['rests'], vote: number): number {
  return sum(rests.filter(rest => rest.vote === vote).map(rest => rest.fen));
}

/** True once the owners' last vote on a matter has passed, and its result can no longer be objected to, or made void by what was objected. */
function hasDecided({ lives }: Town, vote: number, now: number): boolean {
  const life = lives[vote - 1];
  const poll = life?.poll;
  if (poll?.isOwners !== true || poll.closedAt === null || !poll.passed || poll.reviewEndsAt > now) return false;
  const against = life?.objections.filter(({ about, at }) => about === 'result' && at > poll.opensAt) ?? [];
  return against.every(({ answeredAt, upheld }) => answeredAt !== null && !upheld);
}

function decidedBy({ lives }: Town, vote: number): number {
  const poll = lives[vote - 1]?.poll;
  return poll?.passed === true ? poll.decides : 0;
}

function usedElsewhere(life: Life, vote: number): number {
  const others = life.town.lives.filter(other => other !== life);
  return sum(
    others.map(other => {
      const rests = sum((other.planned('common')?.rests ?? []).filter(one => one.vote === vote).map(({ fen }) => fen));
      const isOver = ['closed', 'referral_done', 'withdrawn', 'cancelled'].includes(other.state);
      const spent = other.booked.filter(({ kind, reversed }) => kind === 'spend' && !reversed);
      return isOver ? Math.min(rests, sum(spent.map(({ took }) => took.common))) : rests;
    }),
  );
}

function isSameBut(before: readonly Planned[] | null, plan: readonly Planned[]): boolean {
  return (
    before?.length === plan.length &&
    before.every(one =>
      plan.some(
        ({ source, fen, evidence }) =>
          source === one.source && fen === one.fen && (one.evidence === null || evidence !== null),
      ),
    )
  );
}

/** Money of residents that a round which failed has left here. */
function owesResidents({ state, cash, pending }: Life): boolean {
  return state === 'funding_failed' && cash.residents + pending.residents > 0;
}

export function mayAsk({ payer }: Life): boolean {
  return payer !== null && payer.answer !== 'utility';
}

export function residentsPart(life: Life): number {
  return life.plan ? (life.planned('residents')?.fen ?? 0) : (life.budget ?? 0);
}

/** What was voted down rests until its result is off display, wherever its matter has come, unless an objection made that vote void. */
function isCooling({ poll, objections, now }: Life): boolean {
  if (!poll || poll.closedAt === null || poll.passed) return false;
  if (objections.some(({ about, upheld, at }) => about === 'result' && upheld && at > poll.opensAt)) return false;
  return now < poll.reviewEndsAt;
}

function isLapsed({ startedAt, at }: Emergency, now: number): boolean {
  return startedAt === null && now > at + day;
}

function classOrder(fundingClass: string | null): readonly Source[] {
  if (fundingClass === 'light') return ['subsidy', 'residents', 'common'];
  return fundingClass === 'quality' ? ['subsidy', 'common', 'residents'] : ['residents', 'subsidy', 'common'];
}

type Facts = Pick<
  Life,
  'budget' | 'text' | 'wish' | 'order' | 'fundingClass' | 'plan' | 'payer' | 'track' | 'milestones'
>;

export function plainOf(life: Life): Facts {
  const { budget, text, wish, order, fundingClass, plan, payer, track, milestones } = life;
  return { budget, text, wish, order, fundingClass, plan, payer, track, milestones };
}

/** What everybody decides on, and what may change beside it. */
export function factsOf({ budget, text, wish, order, fundingClass, plan, payer, track, milestones }: Facts): {
  decided: string;
  minor: string;
} {
  const given = plan ?? [];
  const shownOrder = given.length < 2 ? [] : order.filter(source => given.some(one => one.source === source));
  const { minimum, cap, days, every } = wish;
  const decided = [
    [budget, text, fundingClass, payer?.answer ?? null, track ?? 'residents_meeting'],
    given.map(({ source, fen }) => [source, fen]),
    [minimum, cap, days, every],
    shownOrder,
  ];
  const minor = [given.map(({ evidence }) => evidence), milestones.map(({ name }) => name)];
  return { decided: JSON.stringify(decided), minor: JSON.stringify(minor) };
}

export function homeAt(n: number): Home {
  return homes[n % homes.length] ?? 'h1';
}

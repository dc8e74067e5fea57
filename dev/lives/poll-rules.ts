import { day, endOfDay, hour, midnight, periodEnd } from './days.js';
import { factsOf, mayAsk, plainOf, residentsPart } from './early-rules.js';
import { type Life, type Poll, sum, type Track, type Verdict } from './model.js';
import { areas, buyer, type Deed, homes, type Home, type Kind, loose, sold, type Town, type Who } from './town.js';

const strictness: readonly Track[] = ['residents_meeting', 'unanimous', 'owners_ordinary', 'owners_major'];

type PollKind = 'track' | 'openPoll' | 'vote' | 'unvote' | 'extend' | 'endPoll' | 'object' | 'answer';

/** How neighbours decide, object, and are answered. */
export const pollRules: Readonly<Record<PollKind & Kind, (life: Life, deed: Deed) => Verdict>> = {
  track(life, { n }) {
    const open = ['issue_reported', 'topic_proposed', 'topic_selected', 'plan_published'];
    if (![...open, 'not_approved', 'quorum_failed', 'funding_failed'].includes(life.state)) return 'it is decided';
    const track = trackOf(n);
    const anew = life.state === 'plan_published' && (life.track ?? 'residents_meeting') !== track;
    if (anew && !isWhole(life)) return 'the sources are another sum';
    return () => {
      life.track = track;
      if (!anew) return;
      life.display = factsOf(plainOf(life));
      life.publishedAt = life.now;
    };
  },
  openPoll(life, { n, who }) {
    if (life.state !== 'plan_published' || life.publishedAt === null) return 'no plan on display';
    const track = n === 5 ? 'unanimous' : (life.track ?? 'residents_meeting');
    if (strictness.indexOf(track) < strictness.indexOf(life.track ?? 'residents_meeting')) return 'too lax';
    const isOwners = track === 'owners_ordinary' || track === 'owners_major';
    const opensAt = isOwners ? midnight(life.publishedAt) + 16 * day : periodEnd(life.publishedAt, 7);
    if (life.now < opensAt) return 'its notice is not over';
    const closesAt = n === 4 ? life.now + day : endOfDay(life.now, 10) - 4 * hour + 60_000;
    if (isOwners && closesAt < life.now + 3 * day) return 'too short';
    if (!mayAsk(life)) return 'who has to pay was not checked';
    if (!isWhole(life)) return 'the sources are another sum';
    if (life.display && factsOf(plainOf(life)).decided !== life.display.decided) return 'it is not the plan on display';
    if (life.objections.some(({ answeredAt }) => answeredAt === null)) return 'an objection is open';
    return () => {
      const decides = isOwners ? (life.plan ? (life.planned('common')?.fen ?? 0) : (life.budget ?? 0)) : 0;
      const about = { track, isOwners, openedBy: who, opensAt: life.now, closesAt, isExtended: false, decides };
      life.poll = { ...about, closedAt: null, ballots: [], quorum: false, passed: false, reviewEndsAt: 0 };
      life.go('voting');
    };
  },
  vote(life, { who, n }) {
    const { poll, town } = life;
    const home = town.homeOf(who);
    if (!poll || !home || !isOpen(poll, life.now)) return 'no vote now';
    return () => {
      poll.ballots.push({ home, who, choice: choiceOf(n) });
      town.votedIn.set(who, (town.votedIn.get(who) ?? new Set()).add(poll));
    };
  },
  unvote(life, { who }) {
    const { poll, town } = life;
    const home = town.homeOf(who);
    if (!poll || !home || !isOpen(poll, life.now)) return 'no vote now';
    const own = poll.ballots.filter(one => one.home === home && one.who === who);
    if (own.length === 0 || own.at(-1)?.choice === 'withdrawn') return 'nothing was cast';
    return () => void poll.ballots.push({ home, who, choice: own.at(-2)?.choice ?? 'withdrawn' });
  },
  extend({ poll, now }) {
    if (!poll || !isOpen(poll, now)) return 'no vote now';
    if (poll.isExtended) return 'extended already';
    if (countOf(poll).quorum) return 'enough have voted';
    return () => {
      poll.closesAt += 10 * day;
      poll.isExtended = true;
    };
  },
  endPoll(life, { who }) {
    const { poll, now } = life;
    if (!poll || !isOpen(poll, now)) return 'no vote now';
    if (poll.openedBy !== who && who === 'bl') return 'not theirs';
    if (poll.isOwners && countOf(poll).silent > 0) return 'its end stands on every ballot';
    return () => closePoll(life, poll, now);
  },
  object({ objections, state, now }) {
    const about = { plan_published: 'plan', result_published: 'result' }[state];
    if (about !== 'plan' && about !== 'result') return 'nothing is on display';
    return () => void objections.push({ about, at: now, answeredAt: null, upheld: false });
  },
  answer(life, { n }) {
    const objection = life.objections[n % Math.max(1, life.objections.length)];
    if (!objection || objection.answeredAt !== null) return 'nothing to answer';
    return () => {
      Object.assign(objection, { answeredAt: life.now, upheld: isUpheld(n) });
      if (isUpheld(n) && objection.about === 'result' && life.state === 'result_published') life.go('not_approved');
    };
  },
};

/** Who lives where: a flat is sold, an account unbound and bound again. */
export const townRules: Readonly<Record<'sell' | 'unbind' | 'rebind', (town: Town, deed: Deed) => Verdict>> = {
  sell: town => () => {
    const before = town.holder.get(sold);
    town.endSay(sold);
    town.holder.set(sold, before === buyer ? sold : buyer);
  },
  unbind: town => (town.holder.get(loose) === null ? 'nobody is bound' : () => town.endSay(loose)),
  rebind: town => (town.holder.get(loose) === null ? () => void town.holder.set(loose, loose) : 'somebody is bound'),
};

function trackOf(n: number): Track {
  return (['residents_meeting', 'owners_ordinary', 'unanimous', 'owners_major'] as const)[n % 4] ?? 'residents_meeting';
}

export function choiceOf(n: number): 'agree' | 'disagree' | 'abstain' {
  return n < 4 ? 'agree' : n === 4 ? 'disagree' : 'abstain';
}

export function isUpheld(n: number): boolean {
  return n >= 4;
}

function isOpen({ closedAt, closesAt }: Poll, now: number): boolean {
  return closedAt === null && now < closesAt;
}

/** What is voted on has its money whole: the sources add up to the budget. */
function isWhole({ plan, budget }: Life): boolean {
  return plan === null || sum(plan.map(({ fen }) => fen)) === budget;
}

/** The last word of a household; of an owners' unit the last word of each who spoke for it, and nothing where they differ. */
function voiceOf({ ballots, isOwners }: Poll, home: Home): string | null {
  const own = ballots.filter(one => one.home === home);
  const last = own.at(-1)?.choice ?? 'withdrawn';
  if (!isOwners) return last === 'withdrawn' ? null : last;
  const byWho = new Map<Who, string>(own.map(({ who, choice }) => [who, choice]));
  const words = new Set([...byWho.values()].filter(choice => choice !== 'withdrawn'));
  return words.size === 0 ? null : words.size > 1 ? 'conflict' : ([...words][0] ?? null);
}

/** Counts in whole numbers, by heads, and for owners by area too (docs/domain.md 7.1, 7.4). */
function countOf(poll: Poll): { quorum: boolean; passed: boolean; silent: number } {
  const voices = homes.map(home => ({ home, voice: voiceOf(poll, home) }));
  const weigh = (fits: (voice: string | null) => boolean): [number, number] => {
    const fitting = voices.filter(({ voice }) => fits(voice));
    return [fitting.length, sum(fitting.map(({ home }) => areas[home]))];
  };
  const took = weigh(voice => voice !== null && voice !== 'conflict');
  const agree = weigh(voice => voice === 'agree');
  const whole = weigh(() => true);
  const silent = voices.filter(({ voice }) => voice === null).length;
  if (!poll.isOwners) {
    const all = poll.track === 'unanimous';
    const quorum = all ? took[0] === homes.length : 2 * took[0] > homes.length;
    return { silent, quorum, passed: quorum && (all ? agree[0] === took[0] : 2 * agree[0] > took[0]) };
  }
  const both = (fits: (at: 0 | 1) => boolean): boolean => fits(0) && fits(1);
  const quorum = both(at => 3 * took[at] >= 2 * whole[at]);
  const pass = both(at => (poll.track === 'owners_major' ? 4 * agree[at] >= 3 * took[at] : 2 * agree[at] > took[at]));
  return { silent, quorum, passed: quorum && pass };
}

export function closePoll(life: Life, poll: Poll, at: number): void {
  const { quorum, passed } = countOf(poll);
  Object.assign(poll, { closedAt: at, quorum, passed, reviewEndsAt: periodEnd(at, 7) });
  life.go(passed ? 'result_published' : quorum ? 'not_approved' : 'quorum_failed', at);
}

/** A decision takes effect when its result was on display and every objection is answered: then its round opens, under the terms wished for. */
export function concludes(life: Life): void {
  const { poll, payer, objections } = life;
  if (life.state !== 'result_published' || !poll || !mayAsk(life)) return;
  if (objections.some(({ answeredAt }) => answeredAt === null)) return;
  const at = Math.max(poll.reviewEndsAt, payer?.at ?? 0, ...objections.map(({ answeredAt }) => answeredAt ?? 0));
  if (at > life.now) return;
  const target = residentsPart(life);
  const { wish } = life;
  life.terms = {
    minimum: Math.min(target, wish.minimum ?? target),
    cap: wish.cap ?? Math.floor((target * 3) / homes.length),
    closesAt: endOfDay(at, wish.days ?? 14),
    everyHome: wish.every === true || (life.track === 'unanimous' && target > 0),
  };
  life.target = target;
  life.isWishSpent = true;
  life.go('pledging', at);
  life.turn(at);
}

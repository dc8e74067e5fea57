import { day, morning, periodEnd } from './days.js';
import { approval, earlyRules, homeAt, titleOf, unfounded } from './early-rules.js';
import { bySource, Life, type Planned, type Request, type Source, sources, sum, type Verdict } from './model.js';
import { closePoll, concludes, pollRules, townRules } from './poll-rules.js';
import { type Deed, homes, type Home, type Kind, type Town, type Who } from './town.js';
import { worksRules } from './works-rules.js';

/** Where a payment can be asked for and made. */
const spendable = ['funded', 'in_progress', 'completed_pending_acceptance', 'rectification', 'accepted'];
const early = [
  'issue_reported',
  'topic_proposed',
  'topic_selected',
  'plan_published',
  'quorum_failed',
  'not_approved',
  'referred',
];
const owing = ['settlement_published', 'cancelled', 'funding_failed'];

/** What must become of a deed in a town. */
export function verdictOn(town: Town, deed: Deed): Verdict {
  const { kind } = deed;
  if (!town.may(deed)) return 'not theirs to do';
  if (kind === 'wait') return () => undefined;
  if (kind === 'raise') return raised(town, deed);
  if (kind === 'sell' || kind === 'unbind' || kind === 'rebind') return townRules[kind](town, deed);
  const life = lifeOf(town, deed);
  return life ? rules[kind](life, deed) : 'there is no such matter';
}

function raised(town: Town, { who, n }: Deed): Verdict {
  const home = town.homeOf(who);
  return home ? () => void town.lives.push(new Life(town, titleOf(n), who, home)) : 'not theirs to do';
}

/** The matter that a deed is about. */
export function lifeOf({ lives }: Town, { p }: Pick<Deed, 'p'>): Life | undefined {
  return lives[p % Math.max(1, lives.length)];
}

type OnLife = Exclude<Kind, 'wait' | 'raise' | 'sell' | 'unbind' | 'rebind'>;

const rules: Readonly<Record<OnLife, (life: Life, deed: Deed) => Verdict>> = {
  ...earlyRules,
  ...pollRules,
  ...worksRules,
  pledge(life, { who, fen }) {
    if (!['pledging', 'collecting'].includes(life.state)) return 'no round';
    if (life.now > life.terms.closesAt) return 'the round is over';
    const home = life.town.homeOf(who) ?? 'h1';
    const own = (life.promised.get(home) ?? 0) + fen;
    if (own > life.terms.cap) return 'above the cap';
    return () => {
      life.promised.set(home, own);
      life.turn();
    };
  },
  withdraw(life, { who }) {
    const home = life.town.homeOf(who) ?? 'h1';
    const open = (life.promised.get(home) ?? 0) - (life.paid.get(home) ?? 0);
    if (open <= 0) return 'nothing promised that is not paid';
    return () => {
      life.promised.set(home, (life.promised.get(home) ?? 0) - open);
      life.turn();
    };
  },
  receive(life, { n, fen }) {
    if (!['pledging', 'collecting', ...spendable].includes(life.state)) return 'no money now';
    const came = life.received.residents + life.pending.residents;
    if (life.state === 'pledging' && came === 0) return 'nobody is asked for money before the round is covered';
    const home = homeAt(n);
    return made => {
      life.paid.set(home, (life.paid.get(home) ?? 0) + fen);
      book(life, { source: 'residents', home, fen, no: made.no ?? 0 });
    };
  },
  give: (life, { fen }) => given(life, 'subsidy', fen),
  giveCommon: (life, { fen }) => given(life, 'common', fen),
  reconcile(life, { n }) {
    if (!['pledging', 'collecting', ...spendable, ...owing].includes(life.state)) return 'no money now';
    if (life.pendingSum === 0) return 'nothing waits';
    if (n === 5) return 'another sum than what waits';
    return () => {
      for (const source of sources) {
        life.cash[source] += life.pending[source];
        life.received[source] += life.pending[source];
        life.pending[source] = 0;
      }
      for (const one of life.booked) if (one.kind === 'receipt') one.reconciled = true;
      life.turn();
    };
  },
  reverse(life, { n }) {
    const one = life.booked[n % Math.max(1, life.booked.length)];
    if (!one) return 'no such voucher';
    if (one.reversed) return 'taken back already';
    if (life.state === 'closed') return 'the project is archived';
    if (life.settledAt !== null) return 'the accounts are final';
    if (one.kind === 'spend') return () => unpay(life, one);
    if (one.home && (life.paid.get(one.home) ?? 0) < one.fen) return 'it was given back';
    if (one.reconciled && life.cash[one.source] < one.fen) return 'it was spent';
    return () => {
      one.reversed = true;
      if (one.home) life.paid.set(one.home, (life.paid.get(one.home) ?? 0) - one.fen);
      if (one.reconciled) {
        life.cash[one.source] -= one.fen;
        life.received[one.source] -= one.fen;
      } else life.pending[one.source] -= one.fen;
      life.turn();
    };
  },
  cover(life, { n, fen }) {
    if (!['pledging', 'collecting'].includes(life.state)) return 'no round';
    if (fen > life.lacks.target) return 'more than is missing';
    const added = coverOf(n, life.no, fen);
    const before = life.planned(added.source);
    if (before?.evidence === null) return 'what was planned of it has no evidence yet';
    const plan = covered(life, added);
    const wrong = unfounded(life, plan, [added]);
    if (wrong !== null) return wrong;
    return () => {
      life.plan = plan;
      life.target -= fen;
      life.turn();
    };
  },
  giveUp(life) {
    if (!['pledging', 'collecting'].includes(life.state)) return 'no round';
    if (life.cash.residents + life.pending.residents > 0) return 'residents have paid';
    const lacks = life.lacks;
    return lacks.target === 0 && lacks.homes === 0 ? 'nothing is missing' : () => life.lapse();
  },
  ask(life, { who, n, fen }) {
    if (!spendable.includes(life.state)) return 'nothing is paid now';
    const asked = life.requests.filter(({ state }) => state !== 'refused');
    const total = sum(asked.map(one => one.fen));
    const isUrgent = life.emergency !== null && life.emergency.startedAt !== null;
    if (isUrgent && total + fen > (life.emergency?.cap ?? 0)) return 'above what was declared';
    const isSmall = life.milestones.length === 0 && total + fen <= 1_000_000;
    const isBound = life.state !== 'accepted' && !isUrgent && !isSmall;
    if (isBound && total + fen > earned(life)) return 'more than was earned';
    const waiting = sum(asked.filter(({ state }) => state !== 'paid').map(one => one.fen));
    if (fen > life.free - waiting) return 'more than there is';
    return made => {
      life.requests.push({
        no: made.no ?? 0,
        fen,
        payee: payeeOf(n),
        asker: who,
        photo: made.photo ?? hasPhoto(n),
        state: 'asked',
        approvers: [],
        checked: false,
        approvedAt: null,
        paidAt: null,
        heldBy: null,
        cleared: false,
        despite: new Set(),
      });
    };
  },
  // More stand beside the first until it is paid or refused.
  voucher: onRequest(request =>
    request.photo && (request.state === 'paid' || request.state === 'refused')
      ? 'it is over'
      : () => void (request.photo = true),
  ),
  check: onRequest(request =>
    request.state === 'asked' ? () => void Object.assign(request, { state: 'checked', checked: true }) : 'another step',
  ),
  approve: onRequest((request, life, who) => {
    const { state } = request;
    if (state !== 'checked' && state !== 'approved') return 'another step';
    if (state === 'approved' && lacking(life, request) === 0) return 'approved already';
    if (request.asker === who || request.approvers.includes(who)) return 'another person';
    const need = needFor(together(life, request));
    const isLast = request.approvers.length + 1 >= need.count;
    if (need.community && isLast && ![...request.approvers, who].includes('cs')) return 'the community’s secretary';
    return () => {
      request.approvers.push(who);
      if (lacking(life, request) === 0) Object.assign(request, { state: 'approved', approvedAt: life.now });
    };
  }),
  refuse: onRequest((request, _life, who) => {
    const { state, asker } = request;
    if (state === 'paid' || state === 'refused') return 'it is over';
    if (who === 'bl' && asker !== who) return 'not theirs';
    return () => void (request.state = 'refused');
  }),
  hold: onRequest((request, _life, who) =>
    ['asked', 'checked', 'approved'].includes(request.state)
      ? () => void Object.assign(request, { state: 'held', heldBy: who })
      : 'another step',
  ),
  release: onRequest((request, _life, who) => {
    const { state, heldBy } = request;
    if (state !== 'held' || heldBy !== who) return 'not held by them';
    const to = request.approvedAt === null ? (request.checked ? 'checked' : 'asked') : 'approved';
    return () => void Object.assign(request, { state: to, heldBy: null });
  }),
  clear: onRequest(request =>
    ['asked', 'checked', 'approved'].includes(request.state) ? () => void (request.cleared = true) : 'another step',
  ),
  despite: onRequest((request, life, who) => {
    const { state, photo, asker } = request;
    if (state === 'refused' || (state === 'paid' && photo)) return 'it is over';
    if (asker === who) return 'another person';
    const stops = stopsOf(life, request);
    return stops.length === 0 ? 'nothing is in its way' : () => stops.forEach(stop => request.despite.add(stop));
  }),
  pay: onRequest((request, life) => {
    const { state, fen } = request;
    if (!spendable.includes(life.state)) return 'nothing is paid now';
    if (state !== 'approved') return 'another step';
    if (fen > life.free) return 'more than there is';
    if (lacking(life, request) > 0) return 'an approval is lacking';
    if (needFor(together(life, request)).cleared && !request.cleared) return 'the team has not cleared it';
    if (life.now < (request.approvedAt ?? 0) + day) return 'the hold is not over';
    if (stopsOf(life, request).some(stop => !request.despite.has(stop))) return 'something stands in its way';
    return made => pay(life, request, made.no ?? 0);
  }),
  cancel(life) {
    const open = ['pledging', 'funding_failed', 'collecting', ...spendable.filter(state => state !== 'accepted')];
    if (![...early, ...open].includes(life.state)) return 'too late, or a vote is to be awaited';
    if (life.requests.some(({ state }) => state === 'approved')) return 'what was approved is paid first';
    return () => {
      for (const home of homes)
        life.promised.set(home, Math.min(life.promised.get(home) ?? 0, life.paid.get(home) ?? 0));
      for (const request of life.requests) if (request.state !== 'paid') request.state = 'refused';
      life.go('cancelled');
      life.accountsSeen = false;
    };
  },
  seen: life => (life.state === 'cancelled' ? () => void (life.accountsSeen = true) : 'not given up'),
  refund(life, { n }) {
    if (!owing.includes(life.state)) return 'nothing goes back now';
    if (life.state === 'cancelled' && life.spent > 0 && !life.accountsSeen) return 'the team has not seen the accounts';
    if (life.pendingSum > 0) return 'what came in is not found yet';
    const shares = life.shares;
    const left = sum([...shares.values()]);
    if (left === 0 || n === 5) return 'another sum than what is owed';
    return () => {
      for (const [home, fen] of shares) life.paid.set(home, (life.paid.get(home) ?? 0) - fen);
      life.cash.residents -= left;
      life.received.residents -= left;
      life.refunded += left;
    };
  },
  back(life, { n }) {
    if (!owing.includes(life.state)) return 'nothing goes back now';
    if (life.state === 'cancelled' && life.spent > 0 && !life.accountsSeen) return 'the team has not seen the accounts';
    const residents = sum([...life.shares.values()]);
    const others = life.free - residents;
    if (others === 0 || n === 5) return 'another sum than what is owed';
    return () => {
      for (const source of sources) {
        const kept = source === 'residents' ? residents : 0;
        life.received[source] -= life.cash[source] - kept;
        life.cash[source] = kept;
      }
      life.refunded += others;
    };
  },
};

/** Money of a source comes in: owners' money only once their vote stands behind it, and no decided money beyond its decision. */
function given(life: Life, source: Source, fen: number): Verdict {
  if (!['pledging', 'collecting', ...spendable].includes(life.state)) return 'no money now';
  const planned = life.planned(source);
  const isDecided = planned !== undefined && planned.evidence !== null;
  if (source === 'common' && !isDecided) return 'the owners have not decided so';
  if (isDecided && life.received[source] + life.pending[source] + fen > planned.fen) return 'beyond its decision';
  return made => book(life, { source, home: null, fen, no: made.no ?? 0 });
}

/** What a gap is covered by: a subsidy, or common income by the vote on the first matter or on the same. */
export function coverOf(n: number, no: number, fen: number): Planned {
  if (n < 4) return { source: 'subsidy', fen, evidence: approval, rests: [] };
  const vote = n === 4 ? 1 : no;
  return { source: 'common', fen, evidence: `${vote}号表决`, rests: [{ vote, fen }] };
}

/** The plan with less of the residents, and as much more of what covers the gap. */
function covered(life: Life, { source, fen, evidence, rests }: Planned): Planned[] {
  const whole = { source: 'residents', fen: life.budget ?? 0, evidence: null, rests: [] } as const;
  const less = (life.plan ?? [whole])
    .map(one => (one.source === 'residents' ? { ...one, fen: one.fen - fen } : one))
    .filter(one => one.fen > 0);
  const before = less.find(one => one.source === source);
  const said = before && before.evidence !== evidence ? `${before.evidence}；${evidence}` : evidence;
  const more = { source, fen: fen + (before?.fen ?? 0), evidence: said, rests: [...(before?.rests ?? []), ...rests] };
  return [...less.filter(one => one.source !== source), more];
}

export function payeeOf(n: number): string | null {
  return [null, '宏达公司', '张记五金'][n % 3] ?? null;
}

export function hasPhoto(n: number): boolean {
  return n !== 4;
}

function onRequest(rule: (request: Request, life: Life, who: Who) => Verdict): (life: Life, deed: Deed) => Verdict {
  return (life, { n, who }) => {
    const request = life.requests[n % Math.max(1, life.requests.length)];
    return request ? rule(request, life, who) : 'no such request';
  };
}

function book(
  life: Life,
  { source, home, fen, no }: { source: Source; home: Home | null; fen: number; no: number },
): void {
  life.pending[source] += fen;
  const about = { no, kind: 'receipt', source, home, fen, took: bySource(), request: null } as const;
  life.booked.push({ ...about, reconciled: false, reversed: false });
  life.turn();
}

function pay(life: Life, request: Request, no: number): void {
  const took = bySource();
  let left = request.fen;
  for (const source of life.order) {
    took[source] = Math.min(left, life.cash[source]);
    life.cash[source] -= took[source];
    left -= took[source];
  }
  life.spent += request.fen;
  Object.assign(request, { state: 'paid', paidAt: life.now });
  const about = { no, kind: 'spend', source: 'residents', home: null, fen: request.fen, took, request } as const;
  life.booked.push({ ...about, reconciled: true, reversed: false });
}

function unpay(life: Life, one: Life['booked'][number]): void {
  one.reversed = true;
  for (const source of sources) life.cash[source] += one.took[source];
  life.spent -= one.fen;
  if (one.request)
    Object.assign(one.request, { state: life.state === 'cancelled' ? 'refused' : 'approved', paidAt: null });
}

/** What a contract may have been paid before the acceptance: three tenths, and the share of what the team accepted. */
function earned(life: Life): number {
  const accepted = life.milestones.filter(one => one.accepted).length;
  const share = life.milestones.length === 0 ? 0 : Math.floor((100 * accepted) / life.milestones.length);
  return Math.floor(((life.budget ?? 0) * Math.min(100, 30 + share)) / 100);
}

/** What a payee gets within 30 days: who is not named may be anybody. */
function together(life: Life, request: Request): number {
  const others = life.requests.filter(
    other =>
      other !== request &&
      other.state !== 'refused' &&
      (other.payee === null || request.payee === null || other.payee === request.payee) &&
      (other.paidAt === null ? other.no < request.no : other.paidAt > life.now - 30 * day),
  );
  return request.fen + sum(others.map(({ fen }) => fen));
}

function needFor(fen: number): { count: number; community: boolean; cleared: boolean } {
  if (fen <= 50_000) return { count: 1, community: false, cleared: false };
  return fen <= 1_000_000
    ? { count: 1, community: true, cleared: false }
    : { count: 2, community: true, cleared: true };
}

function lacking(life: Life, request: Request): number {
  const { count, community } = needFor(together(life, request));
  const missing = Math.max(0, count - request.approvers.length);
  return community && !request.approvers.includes('cs') ? Math.max(1, missing) : missing;
}

function stopsOf(life: Life, { photo }: Request): string[] {
  return [
    ...life.findings.filter(({ state }) => state !== 'closed').map(({ no }) => `finding ${no}`),
    ...(life.stopped ? [`stop ${life.stops}`] : []),
    ...(photo ? [] : ['voucher']),
  ];
}

/** What the clock does once it has moved: votes end, decisions take effect, rounds end, accounts are published, matters archived. */
export function clockRuns({ lives, now }: Town): void {
  for (const life of lives)
    if (life.poll?.closedAt === null && life.poll.closesAt <= now) closePoll(life, life.poll, life.poll.closesAt);
  for (const life of lives) concludes(life);
  for (const life of lives) {
    if (life.state !== 'pledging' || life.terms.closesAt >= now) continue;
    const lacks = life.lacks;
    if (lacks.minimum === 0 && lacks.homes === 0) life.go('collecting');
    else life.lapse();
  }
  for (const life of lives) {
    if (life.state !== 'accepted' || (life.acceptedAt ?? 0) > morning(now) || life.isOpen) continue;
    life.settledAt = now;
    life.go('settlement_published');
  }
  for (const life of lives) {
    const isShown = [life.settledAt, life.acceptedAt].every(at => at !== null && periodEnd(at, 7) <= now);
    if (life.state === 'settlement_published' && isShown && life.free === 0 && !life.isOpen) life.go('closed');
  }
}

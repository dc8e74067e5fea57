/**
 * The rules of a project's money and works, told a second time and apart from the bot: what may happen when, and what each account and state
 * is then (docs/payments.md, docs/domain.md 4.1, 8). It shares no code with the bot. A deed is answered with why it must be refused, or with
 * what follows from it.
 */
export type Verdict = string | ((made: Made) => void);

/** What a deed that went through made: numbers that the record gives out. */
export interface Made {
  readonly no?: number;
  /** True where a request took up a picture: its own, or one that a refused request had freed. */
  readonly photo?: boolean;
}

/** Who does what: one person a role, three of the team, four households. */
export const people = {
  gs: 'grid_secretary',
  gd: 'grid_deputy',
  cs: 'community_secretary',
  bl: 'building_leader',
  ca: 'cashier',
  bk: 'bookkeeper',
  co: 'contractor',
  s1: 'supervisor',
  s2: 'supervisor',
  s3: 'supervisor',
  h1: null,
  h2: null,
  h3: null,
  h4: null,
} as const;
export type Who = keyof typeof people;
export const team: readonly Who[] = ['s1', 's2', 's3'];
export const homes: readonly Who[] = ['h1', 'h2', 'h3', 'h4'];
const secretaries: readonly Who[] = ['gs', 'gd', 'cs'];
const handlers: readonly Who[] = ['bl', ...secretaries];
const workers: readonly Who[] = [...handlers, 'co'];

/** Who may do a deed at all. */
export const allowed = {
  pledge: homes,
  withdraw: homes,
  receive: ['ca'],
  give: ['ca'],
  reconcile: ['bk'],
  reverse: ['bk', 'ca'],
  cover: secretaries,
  giveUp: secretaries,
  ask: handlers,
  voucher: handlers,
  check: ['bk'],
  approve: secretaries,
  refuse: ['bk', ...handlers],
  hold: team,
  release: team,
  clear: team,
  despite: ['cs'],
  pay: ['ca'],
  progress: workers,
  reach: workers,
  accept: team,
  find: team,
  mend: workers,
  look: team,
  stop: [...team, ...secretaries],
  resume: [...team, ...secretaries],
  sign: [...team, ...handlers],
  cancel: ['cs'],
  seen: team,
  refund: ['ca'],
  back: ['ca'],
  wait: [...homes, ...team, ...workers, 'ca', 'bk'],
} as const satisfies Record<string, readonly Who[]>;
export type Kind = keyof typeof allowed;

export interface Deed {
  readonly kind: Kind;
  readonly who: Who;
  /** Which request, household, fault, milestone, or which way it goes. */
  readonly n: number;
  readonly fen: number;
}

export interface Request {
  readonly no: number;
  readonly fen: number;
  readonly payee: string | null;
  readonly asker: Who;
  photo: boolean;
  state: 'asked' | 'checked' | 'approved' | 'held' | 'paid' | 'refused';
  approvers: Who[];
  checked: boolean;
  approvedAt: number | null;
  paidAt: number | null;
  heldBy: Who | null;
  cleared: boolean;
  despite: Set<string>;
}

export interface Booked {
  readonly no: number;
  readonly kind: 'receipt' | 'spend';
  readonly source: Source;
  readonly home: Who | null;
  readonly fen: number;
  /** What a payment took of each source. */
  readonly took: Readonly<Record<Source, number>>;
  readonly request: Request | null;
  reconciled: boolean;
  reversed: boolean;
}

export type Source = 'residents' | 'subsidy';
export const bySource = (residents = 0, subsidy = 0): Record<Source, number> => ({ residents, subsidy });

export const hour = 3_600_000;
export const day = 24 * hour;

/** Everything that there is to know of one project. */
export class Life {
  state = 'pledging';
  stateSince = 0;
  percent = 0;
  settledAt: number | null = null;
  acceptedAt: number | null = null;
  promised = new Map<Who, number>(homes.map(home => [home, 0]));
  paid = new Map<Who, number>(homes.map(home => [home, 0]));
  pending = bySource();
  cash = bySource();
  /** What came in and was found on the bank's list, and not taken back since. */
  received = bySource();
  /** What was given back to a source that is no resident. */
  givenBack = 0;
  spent = 0;
  refunded = 0;
  readonly requests: Request[] = [];
  readonly booked: Booked[] = [];
  readonly findings: { no: number; state: 'open' | 'mended' | 'closed'; mender: Who | null }[] = [];
  stopped: 'team' | 'decision' | null = null;
  stops = 0;
  milestones: { name: string; doneBy: Who | null; accepted: boolean }[] = [];
  signatures: { who: Who; pass: boolean; at: number }[] = [];
  accountsSeen = false;
  /** The plan: what is asked of residents, what a decided subsidy gives; null where nothing was said. */
  plan: Record<Source, number> | null = null;
  target = 0;

  constructor(
    public now: number,
    readonly terms: {
      readonly budget: number;
      readonly minimum: number;
      readonly cap: number;
      readonly closesAt: number;
      readonly everyHome: boolean;
      readonly order: readonly Source[];
    },
  ) {
    this.target = terms.budget;
    this.stateSince = now;
  }

  get free(): number {
    return this.cash.residents + this.cash.subsidy;
  }

  get pendingSum(): number {
    return this.pending.residents + this.pending.subsidy;
  }

  go(state: string): void {
    this.state = state;
    this.stateSince = this.now;
  }

  /** How much, and how many households, a round lacks. */
  get lacks(): { target: number; minimum: number; homes: number } {
    const { budget, minimum, everyHome } = this.terms;
    const target = Math.min(this.target, Math.max(0, budget - this.received.subsidy));
    const pledged = Math.max(sum([...this.promised.values()]), this.received.residents);
    return {
      target: Math.max(0, target - pledged),
      minimum: Math.max(0, Math.min(minimum, target) - pledged),
      homes: everyHome ? homes.filter(home => (this.promised.get(home) ?? 0) <= 0).length : 0,
    };
  }

  /** What the money makes of the project, after every deed with it. */
  turn(): void {
    if (this.state !== 'pledging' && this.state !== 'collecting') return;
    const { residents, subsidy } = this.received;
    const hasPaid = residents > 0 || this.pendingSum > 0;
    const lacks = this.lacks;
    if (lacks.homes > 0 && !(this.state === 'collecting' && hasPaid)) {
      if (this.state === 'collecting') this.go('pledging');
      return;
    }
    const bound = this.plan && this.plan.subsidy > 0 ? Math.max(subsidy, this.plan.subsidy) : subsidy;
    if (residents + bound >= this.terms.budget) this.go('funded');
    else if (this.state === 'pledging' && lacks.target === 0) this.go('collecting');
    else if (this.state === 'collecting' && lacks.minimum > 0 && !hasPaid) this.go('pledging');
  }

  lapse(): void {
    for (const home of homes) this.promised.set(home, 0);
    this.go('funding_failed');
  }

  /** True where final accounts must not be published. */
  get isOpen(): boolean {
    return (
      this.pendingSum > 0 ||
      this.findings.some(({ state }) => state !== 'closed') ||
      this.requests.some(({ state, photo, despite }) =>
        state === 'paid' ? !photo && !despite.has('voucher') : state !== 'refused',
      )
    );
  }

  /** What households get back: in proportion to what they paid, to the fen, the largest remainders first. */
  get shares(): Map<Who, number> {
    const payers = homes.filter(home => (this.paid.get(home) ?? 0) > 0);
    const weights = payers.map(home => this.paid.get(home) ?? 0);
    const whole = sum(weights);
    const left = Math.min(this.cash.residents, whole);
    const shares = weights.map((weight, index) => ({
      index,
      fen: Math.floor((left * weight) / whole),
      rest: (left * weight) % whole,
    }));
    let over = left - sum(shares.map(({ fen }) => fen));
    for (const share of shares.toSorted((a, b) => b.rest - a.rest || a.index - b.index)) {
      if (over <= 0) break;
      share.fen += 1;
      over -= 1;
    }
    return new Map(payers.map((home, index) => [home, shares[index]?.fen ?? 0]));
  }
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

import { homes, type Home, type Town, type Who } from './town.js';

/**
 * The rules of a matter from its first word to its archive, told a second time and apart from the bot: what may happen when, and what each
 * account and state is then (docs/payments.md, docs/domain.md 4.1, 6.3, 7, 8). It shares no code with the bot. A deed is answered with why it
 * must be refused, or with what follows from it.
 */
export type Verdict = string | ((made: Made) => void);

/** What a deed that went through made: numbers that the record gives out. */
export interface Made {
  readonly no?: number;
  /** True where a request took up a picture: its own, or one that a refused request had freed. */
  readonly photo?: boolean;
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

interface Booked {
  readonly no: number;
  readonly kind: 'receipt' | 'spend';
  readonly source: Source;
  readonly home: Home | null;
  readonly fen: number;
  /** What a payment took of each source. */
  readonly took: Readonly<Record<Source, number>>;
  readonly request: Request | null;
  reconciled: boolean;
  reversed: boolean;
}

export const sources = ['residents', 'subsidy', 'common'] as const;
export type Source = (typeof sources)[number];
export const bySource = (): Record<Source, number> => ({ residents: 0, subsidy: 0, common: 0 });

/** What a source is to give by the plan. Of common income each vote that stands behind it bears its part. */
export interface Planned {
  readonly source: Source;
  readonly fen: number;
  readonly evidence: string | null;
  /** The matters whose votes it rests on. */
  readonly rests: readonly { readonly vote: number; readonly fen: number }[];
}

export type Track = 'residents_meeting' | 'unanimous' | 'owners_ordinary' | 'owners_major';

export interface Poll {
  readonly track: Track;
  readonly isOwners: boolean;
  readonly openedBy: Who;
  readonly opensAt: number;
  closesAt: number;
  isExtended: boolean;
  closedAt: number | null;
  readonly ballots: { readonly home: Home; readonly who: Who; readonly choice: string }[];
  quorum: boolean;
  passed: boolean;
  reviewEndsAt: number;
  /** How much common income it decides on. */
  readonly decides: number;
}

interface Objection {
  readonly about: 'plan' | 'result';
  readonly at: number;
  answeredAt: number | null;
  upheld: boolean;
}

export type PayerAnswer = 'owners' | 'emergency' | 'utility';

/** What is wished for of a pledge round before it opens. */
interface RoundWish {
  readonly minimum?: number;
  readonly cap?: number;
  readonly days?: number;
  readonly every?: true;
}

export interface Emergency {
  readonly cap: number;
  readonly by: Who;
  readonly at: number;
  household: Who | null;
  office: Who | null;
  startedAt: number | null;
}

/** Everything that there is to know of one matter. */
export class Life {
  state = 'issue_reported';
  stateSince: number;
  readonly seconded: Set<Home>;
  fundingClass: string | null = null;
  classChanges = 0;
  payer: { readonly answer: PayerAnswer; readonly at: number; readonly from: string | null } | null = null;
  /** What the plan says, and as what it was last on display. */
  text: string;
  budget: number | null = null;
  track: Track | null = null;
  plan: readonly Planned[] | null = null;
  order: readonly Source[] = ['subsidy', 'common', 'residents'];
  isOrderSaid = false;
  wish: RoundWish = {};
  /** True once the wish has become the terms of a round. */
  isWishSpent = false;
  display: { readonly decided: string; readonly minor: string } | null = null;
  publishedAt: number | null = null;
  poll: Poll | null = null;
  readonly objections: Objection[] = [];
  emergency: Emergency | null = null;
  /** What a round runs under. */
  terms = { minimum: 0, cap: 0, closesAt: 0, everyHome: false };
  target = 0;
  percent = 0;
  settledAt: number | null = null;
  acceptedAt: number | null = null;
  readonly promised = new Map<Home, number>(homes.map(home => [home, 0]));
  readonly paid = new Map<Home, number>(homes.map(home => [home, 0]));
  pending = bySource();
  cash = bySource();
  /** What came in, was found on the bank's list, and was neither taken back nor given back since. */
  received = bySource();
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

  constructor(
    readonly town: Town,
    readonly title: string,
    readonly proposer: Who,
    home: Home,
  ) {
    this.stateSince = town.now;
    this.text = title;
    this.seconded = new Set([home]);
  }

  get now(): number {
    return this.town.now;
  }

  /** The number of the matter in the grid. */
  get no(): number {
    return this.town.lives.indexOf(this) + 1;
  }

  get free(): number {
    return sum(Object.values(this.cash));
  }

  get pendingSum(): number {
    return sum(Object.values(this.pending));
  }

  go(state: string, at = this.now): void {
    this.state = state;
    this.stateSince = at;
  }

  planned(source: Source): Planned | undefined {
    return this.plan?.find(one => one.source === source);
  }

  /** What is there of a source that can be counted on: once it has its evidence, all that is planned of it. */
  private counted(source: Source): number {
    const planned = this.planned(source);
    return planned && planned.evidence !== null ? Math.max(this.received[source], planned.fen) : this.received[source];
  }

  /** How much, and how many households, a round lacks. */
  get lacks(): { target: number; minimum: number; homes: number } {
    const others = this.received.subsidy + this.received.common;
    const target = Math.min(this.target, Math.max(0, (this.budget ?? 0) - others));
    const pledged = Math.max(sum([...this.promised.values()]), this.received.residents);
    return {
      target: Math.max(0, target - pledged),
      minimum: Math.max(0, Math.min(this.terms.minimum, target) - pledged),
      homes: this.terms.everyHome ? homes.filter(home => (this.promised.get(home) ?? 0) <= 0).length : 0,
    };
  }

  /** What the money makes of the matter, after every deed with it. */
  turn(at = this.now): void {
    if (this.state !== 'pledging' && this.state !== 'collecting') return;
    const hasPaid = this.received.residents > 0 || this.pendingSum > 0;
    const lacks = this.lacks;
    if (lacks.homes > 0 && !(this.state === 'collecting' && hasPaid)) {
      if (this.state === 'collecting') this.go('pledging', at);
      return;
    }
    const there = this.received.residents + this.counted('subsidy') + this.counted('common');
    if (there >= (this.budget ?? 0)) this.go('funded', at);
    else if (this.state === 'pledging' && lacks.target === 0) this.go('collecting', at);
    else if (this.state === 'collecting' && lacks.minimum > 0 && !hasPaid) this.go('pledging', at);
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
  get shares(): Map<Home, number> {
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

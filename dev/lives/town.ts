import type { Life } from './model.js';

/** Who does what: one person a role, three of the team, five households, and who may buy the flat of the fifth. */
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
  h5: null,
  nw: null,
} as const;
export type Who = keyof typeof people;
export const team: readonly Who[] = ['s1', 's2', 's3'];

/** The households, by the account that lives there at first, with their areas in 0.01 m². */
export const homes = ['h1', 'h2', 'h3', 'h4', 'h5'] as const;
export type Home = (typeof homes)[number];
export const areas: Readonly<Record<Home, number>> = { h1: 9000, h2: 12_000, h3: 6000, h4: 9000, h5: 10_500 };

/** The flat that may be sold, to whom, and the one whose account may be unbound and bound again. */
export const sold: Home = 'h5';
export const buyer: Who = 'nw';
export const loose: Home = 'h4';

const residents: readonly Who[] = [...homes, buyer];
const secretaries: readonly Who[] = ['gs', 'gd', 'cs'];
const handlers: readonly Who[] = ['bl', ...secretaries];
const workers: readonly Who[] = [...handlers, 'co'];

/** Who may do a deed at all; a resident only while bound to a household. */
export const allowed = {
  raise: residents,
  second: residents,
  takeBack: residents,
  classify: secretaries,
  payer: secretaries,
  settle: secretaries,
  track: secretaries,
  order: secretaries,
  sources: secretaries,
  round: secretaries,
  schedule: secretaries,
  publish: secretaries,
  unpublish: secretaries,
  openPoll: handlers,
  vote: residents,
  unvote: residents,
  extend: secretaries,
  endPoll: handlers,
  object: residents,
  answer: secretaries,
  declare: secretaries,
  confirm: [...residents, ...team, ...handlers],
  sell: secretaries,
  unbind: [...handlers, 'h4'],
  rebind: handlers,
  pledge: residents,
  withdraw: residents,
  receive: ['ca'],
  give: ['ca'],
  giveCommon: ['ca'],
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
  wait: [...residents, ...team, ...workers, 'ca', 'bk'],
} as const satisfies Record<string, readonly Who[]>;
export type Kind = keyof typeof allowed;

export interface Deed {
  readonly kind: Kind;
  readonly who: Who;
  /** About which matter, by its place in the town. */
  readonly p: number;
  /** Which request, household, fault, milestone, or which way it goes. */
  readonly n: number;
  readonly fen: number;
}

/** Whom several matters share: who lives where now, and the time. */
export class Town {
  readonly lives: Life[] = [];
  /** Which account speaks for a household; null where nobody does. */
  readonly holder = new Map<Home, Who | null>(homes.map(home => [home, home]));
  /** The polls in which an account has voted, whatever it chose. */
  readonly votedIn = new Map<Who, Set<object>>();

  constructor(public now: number) {}

  homeOf(who: Who): Home | null {
    return homes.find(home => this.holder.get(home) === who) ?? null;
  }

  /** True for somebody who may do such a deed now. */
  may({ kind, who }: Deed): boolean {
    const by: readonly Who[] = allowed[kind];
    return by.includes(who) && (!residents.includes(who) || kind === 'wait' || this.homeOf(who) !== null);
  }

  /** Who lost a household has no say in what its neighbours are voting on; owners vote as the roster was when their vote opened. */
  endSay(home: Home): void {
    const who = this.holder.get(home);
    for (const { poll } of this.lives) {
      if (!who || !poll || poll.closedAt !== null || poll.isOwners || this.now >= poll.closesAt) continue;
      const last = poll.ballots.findLast(one => one.home === home);
      if (last?.who === who && last.choice !== 'withdrawn') poll.ballots.push({ home, who, choice: 'withdrawn' });
    }
    this.holder.set(home, null);
  }
}

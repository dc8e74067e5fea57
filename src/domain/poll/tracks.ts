/** A share of a whole that must be reached: `of` 2 in 3; 以上 includes the number itself, 过半数 does not (民法典 Art. 1259). */
export interface Share {
  readonly part: number;
  readonly of: number;
  readonly more: 'at least' | 'more than';
}

export interface TrackRule {
  /** Who votes, and what is counted: households, owners by head and by area, or whoever is bound. */
  readonly electorate: 'households' | 'owners' | 'anyone';
  /** How much of the electorate must take part, and how much of what took part must agree; null where nothing is decided. */
  readonly quorum: Share | null;
  readonly pass: Share | null;
  readonly effectiveFrom: string;
  readonly version: string;
  readonly source: string;
  /** The rule in the one sentence that residents read. */
  readonly said: string;
  /** True while the law it stands on must still be confirmed before go-live. */
  readonly needsConfirmation?: boolean;
}

const half: Share = { part: 1, of: 2, more: 'more than' };
const twoThirds: Share = { part: 2, of: 3, more: 'at least' };
const threeQuarters: Share = { part: 3, of: 4, more: 'at least' };
const all: Share = { part: 1, of: 1, more: 'at least' };

/** The decision tracks (docs/domain.md 7.1). Each decision keeps the track and the version it was made under. */
export const trackRules = {
  owners_ordinary: {
    electorate: 'owners',
    quorum: twoThirds,
    pass: half,
    effectiveFrom: '2021-01-01',
    version: 'owners-1',
    source: '民法典 Art. 278',
    said: '业主按人数和面积各算一遍：两样都有三分之二以上参加、参加的里面两样都过半数同意，才算通过',
  },
  owners_major: {
    electorate: 'owners',
    quorum: twoThirds,
    pass: threeQuarters,
    effectiveFrom: '2021-01-01',
    version: 'owners-1',
    source: '民法典 Art. 278 (6)-(8)',
    said: '业主按人数和面积各算一遍：两样都有三分之二以上参加、参加的里面两样都有四分之三以上同意，才算通过',
  },
  residents_meeting: {
    electorate: 'households',
    quorum: half,
    pass: half,
    effectiveFrom: '2019-01-01',
    version: 'residents-1',
    source: '城市居民委员会组织法 (2018) Arts. 9-10',
    said: '一户一票，过半数的户参加、参加的户里过半数同意，就算通过',
    needsConfirmation: true,
  },
  unanimous: {
    electorate: 'households',
    quorum: all,
    pass: all,
    effectiveFrom: '2000-01-01',
    version: 'unanimous-1',
    source: 'county practice',
    said: '一户一票，每一户都投票并且都同意，才算通过',
  },
  advisory: {
    electorate: 'anyone',
    quorum: null,
    pass: null,
    effectiveFrom: '2000-01-01',
    version: 'advisory-1',
    source: 'none',
    said: '征集意向，不具约束力，只公布票数',
  },
} as const satisfies Record<string, TrackRule>;

export type Track = keyof typeof trackRules;

/** True for the name of a track of ours. */
export function isTrack(track: string): track is Track {
  return Object.hasOwn(trackRules, track);
}

/** Whether a part of a whole reaches a share, in whole numbers only: no rounding decides anything (docs/domain.md 7.4). */
export function reaches(part: number, whole: number, { part: above, of: below, more }: Share): boolean {
  return more === 'at least' ? below * part >= above * whole : below * part > above * whole;
}

/** How much is missing to the share, in the unit of the whole; 0 when it is reached. */
export function missingTo(part: number, whole: number, { part: above, of: below, more }: Share): number {
  const least = more === 'at least' ? Math.ceil((above * whole) / below) : Math.floor((above * whole) / below) + 1;
  return Math.max(0, least - part);
}

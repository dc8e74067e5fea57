import type { Source } from '../funds/ledger.js';
import type { Ownership, ShareDestination } from './market.js';

/** What each refusal about the public-welfare market and its fund tells its wording. */
export interface MarketRefusals {
  'space.unknown': { space: number };
  'space.unclear': object;
  'space.noOwner': { space: number };
  'space.undecided': { space: number; ownership: Ownership };
  'space.noVote': { onLetting: boolean };
  'space.voteFailed': { poll: number; onLetting: boolean };
  'space.let': { space: number; agreement: number; endsOn: string };
  'agreement.unclear': { unread: readonly string[] };
  'agreement.noOperator': object;
  'agreement.rate': { said: string };
  'agreement.noShare': object;
  'agreement.days': object;
  'agreement.notOwners': { space: number };
  'agreement.unknown': { agreement: number };
  'agreement.over': { agreement: number; endsOn: string };
  'agreement.notBegun': { agreement: number; startsOn: string };
  'agreement.notYours': { agreement: number };
  'agreement.private': object;
  'declare.private': object;
  'declare.fixed': { agreement: number };
  'declare.early': { period: string; last: string };
  'declare.belowPaid': { period: string; dueFen: number; recordedFen: number };
  'period.unknown': { agreement: number; said: string; periods: readonly string[] };
  'share.undeclared': { agreement: number; period: string };
  'share.tooMuch': { agreement: number; period: string; leftFen: number };
  'share.separate': object;
  'fund.nothingPending': object;
  'fund.differs': { saidFen: number; pendingFen: number };
  'fund.class': { no: number; classes: readonly string[] };
  'fund.notCommitted': { no: number; from: ShareDestination };
  'fund.planned': { no: number; leftFen: number };
  'fund.short': { from: ShareDestination; balanceFen: number };
  'fund.throughBook': { no: number; source: Source };
}

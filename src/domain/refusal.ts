import type { BallotRefusals } from './ballot/ballot-refusals.js';
import type { ContestRefusals } from './contest/contest-refusals.js';
import type { CountyRefusals } from './county/county-refusals.js';
import type { CreditRefusals } from './credit/credit-refusals.js';
import type { FundsRefusals } from './funds/funds-refusals.js';
import type { MarketRefusals } from './market/market-refusals.js';
import type { MeetingRefusals } from './meeting/meeting-refusals.js';
import type { NoticeRefusals } from './notice/notice-refusals.js';
import type { PeopleRefusals } from './people/people-refusals.js';
import type { PlanRefusals } from './plan/plan-refusals.js';
import type { PledgeRefusals } from './pledge/pledge-refusals.js';
import type { PollRefusals } from './poll/poll-refusals.js';
import type { ProposalRefusals } from './proposal/proposal-refusals.js';
import type { WorksRefusals } from './works/works-refusals.js';

/** What each refusal tells its wording, by subject. A code without details has `object`. */
export interface RefusalDetails
  extends
    BallotRefusals,
    ContestRefusals,
    CountyRefusals,
    CreditRefusals,
    FundsRefusals,
    MarketRefusals,
    MeetingRefusals,
    NoticeRefusals,
    PeopleRefusals,
    PlanRefusals,
    PledgeRefusals,
    PollRefusals,
    ProposalRefusals,
    WorksRefusals {
  'place.unclear': { said: string };
  'list.unread': { example: string };
  'text.tooLong': { most: number };
}

export type RefusalCode = keyof RefusalDetails;

/** A rule said no. Thrown halfway through a deed it leaves no trace; `src/talk/refusals/` tells the member. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  constructor(
    readonly code: C,
    readonly details: RefusalDetails[C],
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

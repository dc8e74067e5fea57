// Written by `npm run lists` from the files. Nobody edits it by hand.
import type { Tellers } from '../store/notice/saying.js';
import fundsBooked from './funds/booked.js';
import fundsHeld from './funds/held.js';
import fundsMoved from './funds/moved.js';
import fundsReceived from './funds/received.js';
import fundsReversed from './funds/reversed.js';
import fundsSettled from './funds/settled.js';
import fundsTurned from './funds/turned.js';
import meetingCalled from './meeting/called.js';
import meetingMinuted from './meeting/minuted.js';
import meetingMoved from './meeting/moved.js';
import meetingSupplemented from './meeting/supplemented.js';
import planAnswered from './plan/answered.js';
import planObjected from './plan/objected.js';
import planPublished from './plan/published.js';
import planRepublished from './plan/republished.js';
import planWithdrawn from './plan/withdrawn.js';
import pledgeCovered from './pledge/covered.js';
import pledgeEnded from './pledge/ended.js';
import pledgeReleased from './pledge/released.js';
import pledgeShort from './pledge/short.js';
import pollClosed from './poll/closed.js';
import pollEffective from './poll/effective.js';
import pollExtended from './poll/extended.js';
import pollMoved from './poll/moved.js';
import pollOpened from './poll/opened.js';
import pollReminded from './poll/reminded.js';
import proposalReclassified from './proposal/reclassified.js';
import worksAccepted from './works/accepted.js';
import worksArchived from './works/archived.js';
import worksCancelled from './works/cancelled.js';
import worksEmergency from './works/emergency.js';
import worksReported from './works/reported.js';
import worksStarted from './works/started.js';
import worksUnwatched from './works/unwatched.js';

export const tellers: Tellers = {
  'funds.booked': fundsBooked,
  'funds.held': fundsHeld,
  'funds.moved': fundsMoved,
  'funds.received': fundsReceived,
  'funds.reversed': fundsReversed,
  'funds.settled': fundsSettled,
  'funds.turned': fundsTurned,
  'meeting.called': meetingCalled,
  'meeting.minuted': meetingMinuted,
  'meeting.moved': meetingMoved,
  'meeting.supplemented': meetingSupplemented,
  'plan.answered': planAnswered,
  'plan.objected': planObjected,
  'plan.published': planPublished,
  'plan.republished': planRepublished,
  'plan.withdrawn': planWithdrawn,
  'pledge.covered': pledgeCovered,
  'pledge.ended': pledgeEnded,
  'pledge.released': pledgeReleased,
  'pledge.short': pledgeShort,
  'poll.closed': pollClosed,
  'poll.effective': pollEffective,
  'poll.extended': pollExtended,
  'poll.moved': pollMoved,
  'poll.opened': pollOpened,
  'poll.reminded': pollReminded,
  'proposal.reclassified': proposalReclassified,
  'works.accepted': worksAccepted,
  'works.archived': worksArchived,
  'works.cancelled': worksCancelled,
  'works.emergency': worksEmergency,
  'works.reported': worksReported,
  'works.started': worksStarted,
  'works.unwatched': worksUnwatched,
};

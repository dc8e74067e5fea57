// Written by `npm run lists` from the files. Nobody edits it by hand.
import type { Tellers } from '../store/notice/saying.js';
import meetingCalled from './meeting/called.js';
import meetingMinuted from './meeting/minuted.js';
import meetingMoved from './meeting/moved.js';
import meetingSupplemented from './meeting/supplemented.js';
import planAnswered from './plan/answered.js';
import planObjected from './plan/objected.js';
import planPublished from './plan/published.js';
import planRepublished from './plan/republished.js';
import planWithdrawn from './plan/withdrawn.js';
import pollClosed from './poll/closed.js';
import pollEffective from './poll/effective.js';
import pollExtended from './poll/extended.js';
import pollMoved from './poll/moved.js';
import pollOpened from './poll/opened.js';
import pollReminded from './poll/reminded.js';
import proposalReclassified from './proposal/reclassified.js';

export const tellers: Tellers = {
  'meeting.called': meetingCalled,
  'meeting.minuted': meetingMinuted,
  'meeting.moved': meetingMoved,
  'meeting.supplemented': meetingSupplemented,
  'plan.answered': planAnswered,
  'plan.objected': planObjected,
  'plan.published': planPublished,
  'plan.republished': planRepublished,
  'plan.withdrawn': planWithdrawn,
  'poll.closed': pollClosed,
  'poll.effective': pollEffective,
  'poll.extended': pollExtended,
  'poll.moved': pollMoved,
  'poll.opened': pollOpened,
  'poll.reminded': pollReminded,
  'proposal.reclassified': proposalReclassified,
};

// Written by `npm run lists` from the files. Nobody edits it by hand.
import type { Tellers } from '../store/notice/saying.js';
import ballotMandateChecked from './ballot/mandate-checked.js';
import ballotPaperChecked from './ballot/paper-checked.js';
import ballotPaperDisputed from './ballot/paper-disputed.js';
import ballotPhoneChecked from './ballot/phone-checked.js';
import ballotSheetChecked from './ballot/sheet-checked.js';
import contestAnswered from './contest/answered.js';
import contestObjected from './contest/objected.js';
import contestOver from './contest/over.js';
import contestScored from './contest/scored.js';
import contestShown from './contest/shown.js';
import countyAsked from './county/asked.js';
import countyDispatch from './county/dispatch.js';
import countyDone from './county/done.js';
import countyLate from './county/late.js';
import countyNoKey from './county/no-key.js';
import creditAnswered from './credit/answered.js';
import creditAppealed from './credit/appealed.js';
import creditAwarded from './credit/awarded.js';
import creditCollected from './credit/collected.js';
import creditExpiring from './credit/expiring.js';
import creditLapsed from './credit/lapsed.js';
import creditMonth from './credit/month.js';
import creditReversed from './credit/reversed.js';
import creditServed from './credit/served.js';
import fundsAsked from './funds/asked.js';
import fundsBooked from './funds/booked.js';
import fundsChangeLeft from './funds/change-left.js';
import fundsDespite from './funds/despite.js';
import fundsHeld from './funds/held.js';
import fundsMonths from './funds/months.js';
import fundsMoved from './funds/moved.js';
import fundsPaused from './funds/paused.js';
import fundsReceived from './funds/received.js';
import fundsRefunded from './funds/refunded.js';
import fundsRefused from './funds/refused.js';
import fundsRetentionDue from './funds/retention-due.js';
import fundsReversed from './funds/reversed.js';
import fundsSettled from './funds/settled.js';
import fundsTurned from './funds/turned.js';
import fundsWaiting from './funds/waiting.js';
import fundsWeek from './funds/week.js';
import marketAgreed from './market/agreed.js';
import marketLate from './market/late.js';
import marketMonth from './market/month.js';
import marketOwed from './market/owed.js';
import marketReceived from './market/received.js';
import meetingCalled from './meeting/called.js';
import meetingMinuted from './meeting/minuted.js';
import meetingMoved from './meeting/moved.js';
import meetingSupplemented from './meeting/supplemented.js';
import noticeOverdue from './notice/overdue.js';
import noticeQuestioned from './notice/questioned.js';
import peopleAdviser from './people/adviser.js';
import peopleAsked from './people/asked.js';
import peopleCameByCode from './people/came-by-code.js';
import peopleConfirmed from './people/confirmed.js';
import peopleDisowned from './people/disowned.js';
import peopleDue from './people/due.js';
import peopleKnown from './people/known.js';
import peopleRosterTaken from './people/roster-taken.js';
import peopleSayEnded from './people/say-ended.js';
import peopleSayRestored from './people/say-restored.js';
import peopleSeveralHomes from './people/several-homes.js';
import peopleUnbound from './people/unbound.js';
import planAnswered from './plan/answered.js';
import planExempted from './plan/exempted.js';
import planObjected from './plan/objected.js';
import planPublished from './plan/published.js';
import planReferralDone from './plan/referral-done.js';
import planReferralLate from './plan/referral-late.js';
import planReferred from './plan/referred.js';
import planRepublished from './plan/republished.js';
import planWithdrawn from './plan/withdrawn.js';
import pledgeCovered from './pledge/covered.js';
import pledgeEnded from './pledge/ended.js';
import pledgeExtended from './pledge/extended.js';
import pledgeForAnother from './pledge/for-another.js';
import pledgeFulfilled from './pledge/fulfilled.js';
import pledgeGift from './pledge/gift.js';
import pledgePromiseReleased from './pledge/promise-released.js';
import pledgeReleased from './pledge/released.js';
import pledgeShort from './pledge/short.js';
import pledgeUnpaid from './pledge/unpaid.js';
import pledgeWithdrawn from './pledge/withdrawn.js';
import pollClosed from './poll/closed.js';
import pollEffective from './poll/effective.js';
import pollExtended from './poll/extended.js';
import pollMoved from './poll/moved.js';
import pollOpened from './poll/opened.js';
import pollReminded from './poll/reminded.js';
import pollVotedAnew from './poll/voted-anew.js';
import proposalIdeaAnswered from './proposal/idea-answered.js';
import proposalMovedOn from './proposal/moved-on.js';
import proposalReclassified from './proposal/reclassified.js';
import proposalRenamed from './proposal/renamed.js';
import proposalReportAdded from './proposal/report-added.js';
import proposalReportAnswered from './proposal/report-answered.js';
import proposalReportEnded from './proposal/report-ended.js';
import proposalReportGrown from './proposal/report-grown.js';
import proposalReportHanded from './proposal/report-handed.js';
import proposalReportLate from './proposal/report-late.js';
import proposalReportOpened from './proposal/report-opened.js';
import proposalReportPictured from './proposal/report-pictured.js';
import proposalReportWithdrawn from './proposal/report-withdrawn.js';
import proposalSeconded from './proposal/seconded.js';
import worksAccepted from './works/accepted.js';
import worksArchived from './works/archived.js';
import worksCancelled from './works/cancelled.js';
import worksCompleted from './works/completed.js';
import worksEmergency from './works/emergency.js';
import worksMended from './works/mended.js';
import worksMonthMade from './works/month-made.js';
import worksOnDuty from './works/on-duty.js';
import worksOutsideAnswered from './works/outside-answered.js';
import worksOutsideDue from './works/outside-due.js';
import worksProgress from './works/progress.js';
import worksReached from './works/reached.js';
import worksReported from './works/reported.js';
import worksStarted from './works/started.js';
import worksStopped from './works/stopped.js';
import worksTaskChecked from './works/task-checked.js';
import worksTaskDue from './works/task-due.js';
import worksTaskReturned from './works/task-returned.js';
import worksTeamSet from './works/team-set.js';
import worksUnwatched from './works/unwatched.js';

export const tellers: Tellers = {
  'ballot.mandate-checked': ballotMandateChecked,
  'ballot.paper-checked': ballotPaperChecked,
  'ballot.paper-disputed': ballotPaperDisputed,
  'ballot.phone-checked': ballotPhoneChecked,
  'ballot.sheet-checked': ballotSheetChecked,
  'contest.answered': contestAnswered,
  'contest.objected': contestObjected,
  'contest.over': contestOver,
  'contest.scored': contestScored,
  'contest.shown': contestShown,
  'county.asked': countyAsked,
  'county.dispatch': countyDispatch,
  'county.done': countyDone,
  'county.late': countyLate,
  'county.no-key': countyNoKey,
  'credit.answered': creditAnswered,
  'credit.appealed': creditAppealed,
  'credit.awarded': creditAwarded,
  'credit.collected': creditCollected,
  'credit.expiring': creditExpiring,
  'credit.lapsed': creditLapsed,
  'credit.month': creditMonth,
  'credit.reversed': creditReversed,
  'credit.served': creditServed,
  'funds.asked': fundsAsked,
  'funds.booked': fundsBooked,
  'funds.change-left': fundsChangeLeft,
  'funds.despite': fundsDespite,
  'funds.held': fundsHeld,
  'funds.months': fundsMonths,
  'funds.moved': fundsMoved,
  'funds.paused': fundsPaused,
  'funds.received': fundsReceived,
  'funds.refunded': fundsRefunded,
  'funds.refused': fundsRefused,
  'funds.retention-due': fundsRetentionDue,
  'funds.reversed': fundsReversed,
  'funds.settled': fundsSettled,
  'funds.turned': fundsTurned,
  'funds.waiting': fundsWaiting,
  'funds.week': fundsWeek,
  'market.agreed': marketAgreed,
  'market.late': marketLate,
  'market.month': marketMonth,
  'market.owed': marketOwed,
  'market.received': marketReceived,
  'meeting.called': meetingCalled,
  'meeting.minuted': meetingMinuted,
  'meeting.moved': meetingMoved,
  'meeting.supplemented': meetingSupplemented,
  'notice.overdue': noticeOverdue,
  'notice.questioned': noticeQuestioned,
  'people.adviser': peopleAdviser,
  'people.asked': peopleAsked,
  'people.came-by-code': peopleCameByCode,
  'people.confirmed': peopleConfirmed,
  'people.disowned': peopleDisowned,
  'people.due': peopleDue,
  'people.known': peopleKnown,
  'people.roster-taken': peopleRosterTaken,
  'people.say-ended': peopleSayEnded,
  'people.say-restored': peopleSayRestored,
  'people.several-homes': peopleSeveralHomes,
  'people.unbound': peopleUnbound,
  'plan.answered': planAnswered,
  'plan.exempted': planExempted,
  'plan.objected': planObjected,
  'plan.published': planPublished,
  'plan.referral-done': planReferralDone,
  'plan.referral-late': planReferralLate,
  'plan.referred': planReferred,
  'plan.republished': planRepublished,
  'plan.withdrawn': planWithdrawn,
  'pledge.covered': pledgeCovered,
  'pledge.ended': pledgeEnded,
  'pledge.extended': pledgeExtended,
  'pledge.for-another': pledgeForAnother,
  'pledge.fulfilled': pledgeFulfilled,
  'pledge.gift': pledgeGift,
  'pledge.promise-released': pledgePromiseReleased,
  'pledge.released': pledgeReleased,
  'pledge.short': pledgeShort,
  'pledge.unpaid': pledgeUnpaid,
  'pledge.withdrawn': pledgeWithdrawn,
  'poll.closed': pollClosed,
  'poll.effective': pollEffective,
  'poll.extended': pollExtended,
  'poll.moved': pollMoved,
  'poll.opened': pollOpened,
  'poll.reminded': pollReminded,
  'poll.voted-anew': pollVotedAnew,
  'proposal.idea-answered': proposalIdeaAnswered,
  'proposal.moved-on': proposalMovedOn,
  'proposal.reclassified': proposalReclassified,
  'proposal.renamed': proposalRenamed,
  'proposal.report-added': proposalReportAdded,
  'proposal.report-answered': proposalReportAnswered,
  'proposal.report-ended': proposalReportEnded,
  'proposal.report-grown': proposalReportGrown,
  'proposal.report-handed': proposalReportHanded,
  'proposal.report-late': proposalReportLate,
  'proposal.report-opened': proposalReportOpened,
  'proposal.report-pictured': proposalReportPictured,
  'proposal.report-withdrawn': proposalReportWithdrawn,
  'proposal.seconded': proposalSeconded,
  'works.accepted': worksAccepted,
  'works.archived': worksArchived,
  'works.cancelled': worksCancelled,
  'works.completed': worksCompleted,
  'works.emergency': worksEmergency,
  'works.mended': worksMended,
  'works.month-made': worksMonthMade,
  'works.on-duty': worksOnDuty,
  'works.outside-answered': worksOutsideAnswered,
  'works.outside-due': worksOutsideDue,
  'works.progress': worksProgress,
  'works.reached': worksReached,
  'works.reported': worksReported,
  'works.started': worksStarted,
  'works.stopped': worksStopped,
  'works.task-checked': worksTaskChecked,
  'works.task-due': worksTaskDue,
  'works.task-returned': worksTaskReturned,
  'works.team-set': worksTeamSet,
  'works.unwatched': worksUnwatched,
};

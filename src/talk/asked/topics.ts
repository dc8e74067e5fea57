// Written by `npm run lists` from the files. Nobody edits it by hand.
import type { Topic } from './topic.js';
import ballotChange from './ballot/change.js';
import ballotCost from './ballot/cost.js';
import ballotForOthers from './ballot/for-others.js';
import ballotNeighbour from './ballot/neighbour.js';
import ballotNoPhone from './ballot/no-phone.js';
import ballotOneHousehold from './ballot/one-household.js';
import ballotTenant from './ballot/tenant.js';
import ballotWhoSees from './ballot/who-sees.js';
import ballotWhyHidden from './ballot/why-hidden.js';
import creditHow from './credit/how.js';
import creditMoney from './credit/money.js';
import creditServices from './credit/services.js';
import fundsAdvanced from './funds/advanced.js';
import fundsAfterApproval from './funds/after-approval.js';
import fundsAskTeam from './funds/ask-team.js';
import fundsInvoice from './funds/invoice.js';
import fundsRecordReceipt from './funds/record-receipt.js';
import fundsSendBack from './funds/send-back.js';
import fundsSteps from './funds/steps.js';
import fundsWhoChanges from './funds/who-changes.js';
import fundsWhoChecked from './funds/who-checked.js';
import fundsWhoKeeps from './funds/who-keeps.js';
import fundsWrong from './funds/wrong.js';
import marketFund from './market/fund.js';
import meetingMustCome from './meeting/must-come.js';
import meetingSaid from './meeting/said.js';
import meetingWhen from './meeting/when.js';
import noticeBoard from './notice/board.js';
import peopleBind from './people/bind.js';
import peopleByTouch from './people/by-touch.js';
import peopleForFamily from './people/for-family.js';
import peopleNoPhone from './people/no-phone.js';
import peopleRecorded from './people/recorded.js';
import peopleReminded from './people/reminded.js';
import peopleToDo from './people/to-do.js';
import peopleWhoAreYou from './people/who-are-you.js';
import peopleWhyRefused from './people/why-refused.js';
import planClasses from './plan/classes.js';
import planIdeaOrObjection from './plan/idea-or-objection.js';
import planLacks from './plan/lacks.js';
import planStillIdea from './plan/still-idea.js';
import planWhoAnswers from './plan/who-answers.js';
import planWhoDecides from './plan/who-decides.js';
import planWhoPays from './plan/who-pays.js';
import pledgeDiffers from './pledge/differs.js';
import pledgeGaveToLeader from './pledge/gave-to-leader.js';
import pledgeHowMuch from './pledge/how-much.js';
import pledgeLeftOver from './pledge/left-over.js';
import pledgeMustPay from './pledge/must-pay.js';
import pledgeNotEnough from './pledge/not-enough.js';
import pledgeReceived from './pledge/received.js';
import pledgeRefund from './pledge/refund.js';
import pledgeTakeBack from './pledge/take-back.js';
import pledgeTotal from './pledge/total.js';
import pledgeWhenPay from './pledge/when-pay.js';
import pledgeWhoKnows from './pledge/who-knows.js';
import pollAfterwards from './poll/afterwards.js';
import pollEnds from './poll/ends.js';
import pollExtend from './poll/extend.js';
import pollNotEnough from './poll/not-enough.js';
import pollRule from './poll/rule.js';
import pollWhenBegin from './poll/when-begin.js';
import pollWhichFirst from './poll/which-first.js';
import pollWhyDays from './poll/why-days.js';
import proposalAgain from './proposal/again.js';
import proposalElsewhere from './proposal/elsewhere.js';
import proposalHow from './proposal/how.js';
import proposalNext from './proposal/next.js';
import proposalSecondBack from './proposal/second-back.js';
import proposalSecondCosts from './proposal/second-costs.js';
import proposalSeconds from './proposal/seconds.js';
import proposalWhoRaised from './proposal/who-raised.js';
import worksBreaks from './works/breaks.js';
import worksComplain from './works/complain.js';
import worksHowFar from './works/how-far.js';
import worksHowLongReport from './works/how-long-report.js';
import worksHowManySign from './works/how-many-sign.js';
import worksOwnRepair from './works/own-repair.js';
import worksRating from './works/rating.js';
import worksWhenStop from './works/when-stop.js';
import worksWhoChecks from './works/who-checks.js';
import worksWhomToCall from './works/whom-to-call.js';

export const topics: Readonly<Record<string, Topic>> = {
  'ballot/change': ballotChange,
  'ballot/cost': ballotCost,
  'ballot/for-others': ballotForOthers,
  'ballot/neighbour': ballotNeighbour,
  'ballot/no-phone': ballotNoPhone,
  'ballot/one-household': ballotOneHousehold,
  'ballot/tenant': ballotTenant,
  'ballot/who-sees': ballotWhoSees,
  'ballot/why-hidden': ballotWhyHidden,
  'credit/how': creditHow,
  'credit/money': creditMoney,
  'credit/services': creditServices,
  'funds/advanced': fundsAdvanced,
  'funds/after-approval': fundsAfterApproval,
  'funds/ask-team': fundsAskTeam,
  'funds/invoice': fundsInvoice,
  'funds/record-receipt': fundsRecordReceipt,
  'funds/send-back': fundsSendBack,
  'funds/steps': fundsSteps,
  'funds/who-changes': fundsWhoChanges,
  'funds/who-checked': fundsWhoChecked,
  'funds/who-keeps': fundsWhoKeeps,
  'funds/wrong': fundsWrong,
  'market/fund': marketFund,
  'meeting/must-come': meetingMustCome,
  'meeting/said': meetingSaid,
  'meeting/when': meetingWhen,
  'notice/board': noticeBoard,
  'people/bind': peopleBind,
  'people/by-touch': peopleByTouch,
  'people/for-family': peopleForFamily,
  'people/no-phone': peopleNoPhone,
  'people/recorded': peopleRecorded,
  'people/reminded': peopleReminded,
  'people/to-do': peopleToDo,
  'people/who-are-you': peopleWhoAreYou,
  'people/why-refused': peopleWhyRefused,
  'plan/classes': planClasses,
  'plan/idea-or-objection': planIdeaOrObjection,
  'plan/lacks': planLacks,
  'plan/still-idea': planStillIdea,
  'plan/who-answers': planWhoAnswers,
  'plan/who-decides': planWhoDecides,
  'plan/who-pays': planWhoPays,
  'pledge/differs': pledgeDiffers,
  'pledge/gave-to-leader': pledgeGaveToLeader,
  'pledge/how-much': pledgeHowMuch,
  'pledge/left-over': pledgeLeftOver,
  'pledge/must-pay': pledgeMustPay,
  'pledge/not-enough': pledgeNotEnough,
  'pledge/received': pledgeReceived,
  'pledge/refund': pledgeRefund,
  'pledge/take-back': pledgeTakeBack,
  'pledge/total': pledgeTotal,
  'pledge/when-pay': pledgeWhenPay,
  'pledge/who-knows': pledgeWhoKnows,
  'poll/afterwards': pollAfterwards,
  'poll/ends': pollEnds,
  'poll/extend': pollExtend,
  'poll/not-enough': pollNotEnough,
  'poll/rule': pollRule,
  'poll/when-begin': pollWhenBegin,
  'poll/which-first': pollWhichFirst,
  'poll/why-days': pollWhyDays,
  'proposal/again': proposalAgain,
  'proposal/elsewhere': proposalElsewhere,
  'proposal/how': proposalHow,
  'proposal/next': proposalNext,
  'proposal/second-back': proposalSecondBack,
  'proposal/second-costs': proposalSecondCosts,
  'proposal/seconds': proposalSeconds,
  'proposal/who-raised': proposalWhoRaised,
  'works/breaks': worksBreaks,
  'works/complain': worksComplain,
  'works/how-far': worksHowFar,
  'works/how-long-report': worksHowLongReport,
  'works/how-many-sign': worksHowManySign,
  'works/own-repair': worksOwnRepair,
  'works/rating': worksRating,
  'works/when-stop': worksWhenStop,
  'works/who-checks': worksWhoChecks,
  'works/whom-to-call': worksWhomToCall,
};

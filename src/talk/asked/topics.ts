// Written by `npm run lists` from the files. Nobody edits it by hand.
import type { Topic } from './topic.js';
import ballotAway from './ballot/away.js';
import ballotChange from './ballot/change.js';
import ballotCost from './ballot/cost.js';
import ballotEnterPaper from './ballot/enter-paper.js';
import ballotForOthers from './ballot/for-others.js';
import ballotHow from './ballot/how.js';
import ballotNeighbour from './ballot/neighbour.js';
import ballotNoPhone from './ballot/no-phone.js';
import ballotOneHousehold from './ballot/one-household.js';
import ballotPapersWait from './ballot/papers-wait.js';
import ballotSilent from './ballot/silent.js';
import ballotTenant from './ballot/tenant.js';
import ballotValid from './ballot/valid.js';
import ballotWeight from './ballot/weight.js';
import ballotWhoSees from './ballot/who-sees.js';
import ballotWhose from './ballot/whose.js';
import ballotWhyHidden from './ballot/why-hidden.js';
import contestWhat from './contest/what.js';
import countyColour from './county/colour.js';
import countyKey from './county/key.js';
import creditBenefit from './credit/benefit.js';
import creditBenefitTaken from './credit/benefit-taken.js';
import creditBoard from './credit/board.js';
import creditHours from './credit/hours.js';
import creditHow from './credit/how.js';
import creditJoin from './credit/join.js';
import creditMoney from './credit/money.js';
import creditPickUp from './credit/pick-up.js';
import creditScore from './credit/score.js';
import creditServices from './credit/services.js';
import creditWhat from './credit/what.js';
import creditWhyLess from './credit/why-less.js';
import creditWrong from './credit/wrong.js';
import fundsAdvanced from './funds/advanced.js';
import fundsAfterApproval from './funds/after-approval.js';
import fundsAskHow from './funds/ask-how.js';
import fundsAskTeam from './funds/ask-team.js';
import fundsDifference from './funds/difference.js';
import fundsInvoice from './funds/invoice.js';
import fundsKept from './funds/kept.js';
import fundsOver from './funds/over.js';
import fundsOwnApproval from './funds/own-approval.js';
import fundsRecordReceipt from './funds/record-receipt.js';
import fundsRetention from './funds/retention.js';
import fundsSendBack from './funds/send-back.js';
import fundsSteps from './funds/steps.js';
import fundsWhoChanges from './funds/who-changes.js';
import fundsWhoChecked from './funds/who-checked.js';
import fundsWhoKeeps from './funds/who-keeps.js';
import fundsWrong from './funds/wrong.js';
import marketForWhat from './market/for-what.js';
import marketFund from './market/fund.js';
import marketLate from './market/late.js';
import marketRent from './market/rent.js';
import marketWhose from './market/whose.js';
import meetingDecides from './meeting/decides.js';
import meetingMustCome from './meeting/must-come.js';
import meetingSaid from './meeting/said.js';
import meetingWhen from './meeting/when.js';
import noticeBoard from './notice/board.js';
import noticeFromWhen from './notice/from-when.js';
import noticeLargeType from './notice/large-type.js';
import noticePoster from './notice/poster.js';
import noticeWhat from './notice/what.js';
import peopleAccount from './people/account.js';
import peopleApp from './people/app.js';
import peopleBegin from './people/begin.js';
import peopleBind from './people/bind.js';
import peopleByTouch from './people/by-touch.js';
import peopleCard from './people/card.js';
import peopleConfirm from './people/confirm.js';
import peopleDuties from './people/duties.js';
import peopleForFamily from './people/for-family.js';
import peopleLink from './people/link.js';
import peopleMoved from './people/moved.js';
import peopleNoPhone from './people/no-phone.js';
import peopleOfficesChange from './people/offices-change.js';
import peopleOthersData from './people/others-data.js';
import peopleOwnHome from './people/own-home.js';
import peopleQuiet from './people/quiet.js';
import peopleRecorded from './people/recorded.js';
import peopleReminded from './people/reminded.js';
import peopleRoster from './people/roster.js';
import peopleTenant from './people/tenant.js';
import peopleToDo from './people/to-do.js';
import peopleTogether from './people/together.js';
import peopleUndo from './people/undo.js';
import peopleWhoAreYou from './people/who-are-you.js';
import peopleWhoReads from './people/who-reads.js';
import peopleWhom from './people/whom.js';
import peopleWhyRefused from './people/why-refused.js';
import peopleWronglyBound from './people/wrongly-bound.js';
import planAmended from './plan/amended.js';
import planClasses from './plan/classes.js';
import planIdeaAnswered from './plan/idea-answered.js';
import planIdeaOrObjection from './plan/idea-or-objection.js';
import planLacks from './plan/lacks.js';
import planObjectorNamed from './plan/objector-named.js';
import planOtherMoney from './plan/other-money.js';
import planRelief from './plan/relief.js';
import planScope from './plan/scope.js';
import planShares from './plan/shares.js';
import planStillIdea from './plan/still-idea.js';
import planUnanswered from './plan/unanswered.js';
import planWhoAnswers from './plan/who-answers.js';
import planWhoDecides from './plan/who-decides.js';
import planWhoPays from './plan/who-pays.js';
import pledgeDiffers from './pledge/differs.js';
import pledgeGaveToLeader from './pledge/gave-to-leader.js';
import pledgeHowMuch from './pledge/how-much.js';
import pledgeInKind from './pledge/in-kind.js';
import pledgeLate from './pledge/late.js';
import pledgeLeftOver from './pledge/left-over.js';
import pledgeLegal from './pledge/legal.js';
import pledgeMustPay from './pledge/must-pay.js';
import pledgeNeighbour from './pledge/neighbour.js';
import pledgeNotEnough from './pledge/not-enough.js';
import pledgeNotRefunded from './pledge/not-refunded.js';
import pledgeParts from './pledge/parts.js';
import pledgeReceived from './pledge/received.js';
import pledgeRefund from './pledge/refund.js';
import pledgeTakeBack from './pledge/take-back.js';
import pledgeTotal from './pledge/total.js';
import pledgeWhat from './pledge/what.js';
import pledgeWhenPay from './pledge/when-pay.js';
import pledgeWhoKnows from './pledge/who-knows.js';
import pollAfterwards from './poll/afterwards.js';
import pollCourt from './poll/court.js';
import pollEnds from './poll/ends.js';
import pollExtend from './poll/extend.js';
import pollLaw from './poll/law.js';
import pollNotEnough from './poll/not-enough.js';
import pollRule from './poll/rule.js';
import pollWhenBegin from './poll/when-begin.js';
import pollWhichFirst from './poll/which-first.js';
import pollWhyDays from './poll/why-days.js';
import proposalAgain from './proposal/again.js';
import proposalCost from './proposal/cost.js';
import proposalElsewhere from './proposal/elsewhere.js';
import proposalHow from './proposal/how.js';
import proposalNext from './proposal/next.js';
import proposalSecondBack from './proposal/second-back.js';
import proposalSecondCosts from './proposal/second-costs.js';
import proposalSeconds from './proposal/seconds.js';
import proposalSteps from './proposal/steps.js';
import proposalWhoRaised from './proposal/who-raised.js';
import worksAccounts from './works/accounts.js';
import worksBreaks from './works/breaks.js';
import worksComplain from './works/complain.js';
import worksEmergency from './works/emergency.js';
import worksFault from './works/fault.js';
import worksHowFar from './works/how-far.js';
import worksHowLongReport from './works/how-long-report.js';
import worksHowManySign from './works/how-many-sign.js';
import worksKin from './works/kin.js';
import worksLeftToMend from './works/left-to-mend.js';
import worksOutsideNews from './works/outside-news.js';
import worksOwnRepair from './works/own-repair.js';
import worksRating from './works/rating.js';
import worksReportWhat from './works/report-what.js';
import worksTask from './works/task.js';
import worksTasks from './works/tasks.js';
import worksTeam from './works/team.js';
import worksWhenStop from './works/when-stop.js';
import worksWhoChecks from './works/who-checks.js';
import worksWhomToCall from './works/whom-to-call.js';

export const topics: Readonly<Record<string, Topic>> = {
  'ballot/away': ballotAway,
  'ballot/change': ballotChange,
  'ballot/cost': ballotCost,
  'ballot/enter-paper': ballotEnterPaper,
  'ballot/for-others': ballotForOthers,
  'ballot/how': ballotHow,
  'ballot/neighbour': ballotNeighbour,
  'ballot/no-phone': ballotNoPhone,
  'ballot/one-household': ballotOneHousehold,
  'ballot/papers-wait': ballotPapersWait,
  'ballot/silent': ballotSilent,
  'ballot/tenant': ballotTenant,
  'ballot/valid': ballotValid,
  'ballot/weight': ballotWeight,
  'ballot/who-sees': ballotWhoSees,
  'ballot/whose': ballotWhose,
  'ballot/why-hidden': ballotWhyHidden,
  'contest/what': contestWhat,
  'county/colour': countyColour,
  'county/key': countyKey,
  'credit/benefit': creditBenefit,
  'credit/benefit-taken': creditBenefitTaken,
  'credit/board': creditBoard,
  'credit/hours': creditHours,
  'credit/how': creditHow,
  'credit/join': creditJoin,
  'credit/money': creditMoney,
  'credit/pick-up': creditPickUp,
  'credit/score': creditScore,
  'credit/services': creditServices,
  'credit/what': creditWhat,
  'credit/why-less': creditWhyLess,
  'credit/wrong': creditWrong,
  'funds/advanced': fundsAdvanced,
  'funds/after-approval': fundsAfterApproval,
  'funds/ask-how': fundsAskHow,
  'funds/ask-team': fundsAskTeam,
  'funds/difference': fundsDifference,
  'funds/invoice': fundsInvoice,
  'funds/kept': fundsKept,
  'funds/over': fundsOver,
  'funds/own-approval': fundsOwnApproval,
  'funds/record-receipt': fundsRecordReceipt,
  'funds/retention': fundsRetention,
  'funds/send-back': fundsSendBack,
  'funds/steps': fundsSteps,
  'funds/who-changes': fundsWhoChanges,
  'funds/who-checked': fundsWhoChecked,
  'funds/who-keeps': fundsWhoKeeps,
  'funds/wrong': fundsWrong,
  'market/for-what': marketForWhat,
  'market/fund': marketFund,
  'market/late': marketLate,
  'market/rent': marketRent,
  'market/whose': marketWhose,
  'meeting/decides': meetingDecides,
  'meeting/must-come': meetingMustCome,
  'meeting/said': meetingSaid,
  'meeting/when': meetingWhen,
  'notice/board': noticeBoard,
  'notice/from-when': noticeFromWhen,
  'notice/large-type': noticeLargeType,
  'notice/poster': noticePoster,
  'notice/what': noticeWhat,
  'people/account': peopleAccount,
  'people/app': peopleApp,
  'people/begin': peopleBegin,
  'people/bind': peopleBind,
  'people/by-touch': peopleByTouch,
  'people/card': peopleCard,
  'people/confirm': peopleConfirm,
  'people/duties': peopleDuties,
  'people/for-family': peopleForFamily,
  'people/link': peopleLink,
  'people/moved': peopleMoved,
  'people/no-phone': peopleNoPhone,
  'people/offices-change': peopleOfficesChange,
  'people/others-data': peopleOthersData,
  'people/own-home': peopleOwnHome,
  'people/quiet': peopleQuiet,
  'people/recorded': peopleRecorded,
  'people/reminded': peopleReminded,
  'people/roster': peopleRoster,
  'people/tenant': peopleTenant,
  'people/to-do': peopleToDo,
  'people/together': peopleTogether,
  'people/undo': peopleUndo,
  'people/who-are-you': peopleWhoAreYou,
  'people/who-reads': peopleWhoReads,
  'people/whom': peopleWhom,
  'people/why-refused': peopleWhyRefused,
  'people/wrongly-bound': peopleWronglyBound,
  'plan/amended': planAmended,
  'plan/classes': planClasses,
  'plan/idea-answered': planIdeaAnswered,
  'plan/idea-or-objection': planIdeaOrObjection,
  'plan/lacks': planLacks,
  'plan/objector-named': planObjectorNamed,
  'plan/other-money': planOtherMoney,
  'plan/relief': planRelief,
  'plan/scope': planScope,
  'plan/shares': planShares,
  'plan/still-idea': planStillIdea,
  'plan/unanswered': planUnanswered,
  'plan/who-answers': planWhoAnswers,
  'plan/who-decides': planWhoDecides,
  'plan/who-pays': planWhoPays,
  'pledge/differs': pledgeDiffers,
  'pledge/gave-to-leader': pledgeGaveToLeader,
  'pledge/how-much': pledgeHowMuch,
  'pledge/in-kind': pledgeInKind,
  'pledge/late': pledgeLate,
  'pledge/left-over': pledgeLeftOver,
  'pledge/legal': pledgeLegal,
  'pledge/must-pay': pledgeMustPay,
  'pledge/neighbour': pledgeNeighbour,
  'pledge/not-enough': pledgeNotEnough,
  'pledge/not-refunded': pledgeNotRefunded,
  'pledge/parts': pledgeParts,
  'pledge/received': pledgeReceived,
  'pledge/refund': pledgeRefund,
  'pledge/take-back': pledgeTakeBack,
  'pledge/total': pledgeTotal,
  'pledge/what': pledgeWhat,
  'pledge/when-pay': pledgeWhenPay,
  'pledge/who-knows': pledgeWhoKnows,
  'poll/afterwards': pollAfterwards,
  'poll/court': pollCourt,
  'poll/ends': pollEnds,
  'poll/extend': pollExtend,
  'poll/law': pollLaw,
  'poll/not-enough': pollNotEnough,
  'poll/rule': pollRule,
  'poll/when-begin': pollWhenBegin,
  'poll/which-first': pollWhichFirst,
  'poll/why-days': pollWhyDays,
  'proposal/again': proposalAgain,
  'proposal/cost': proposalCost,
  'proposal/elsewhere': proposalElsewhere,
  'proposal/how': proposalHow,
  'proposal/next': proposalNext,
  'proposal/second-back': proposalSecondBack,
  'proposal/second-costs': proposalSecondCosts,
  'proposal/seconds': proposalSeconds,
  'proposal/steps': proposalSteps,
  'proposal/who-raised': proposalWhoRaised,
  'works/accounts': worksAccounts,
  'works/breaks': worksBreaks,
  'works/complain': worksComplain,
  'works/emergency': worksEmergency,
  'works/fault': worksFault,
  'works/how-far': worksHowFar,
  'works/how-long-report': worksHowLongReport,
  'works/how-many-sign': worksHowManySign,
  'works/kin': worksKin,
  'works/left-to-mend': worksLeftToMend,
  'works/outside-news': worksOutsideNews,
  'works/own-repair': worksOwnRepair,
  'works/rating': worksRating,
  'works/report-what': worksReportWhat,
  'works/task': worksTask,
  'works/tasks': worksTasks,
  'works/team': worksTeam,
  'works/when-stop': worksWhenStop,
  'works/who-checks': worksWhoChecks,
  'works/whom-to-call': worksWhomToCall,
};

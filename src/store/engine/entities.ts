// Written by `npm run lists` from the files. Nobody edits it by hand.
import { isSealed } from './columns.js';
import { AdoptedRule } from '../ballot/adopted-rule.js';
import { Appeal } from '../credit/appeal.js';
import { Attendance } from '../meeting/attendance.js';
import { Balance } from '../funds/balance.js';
import { Ballot } from '../ballot/ballot.js';
import { Benefit } from '../credit/benefit.js';
import { BenefitUse } from '../credit/benefit-use.js';
import { Callback } from './callback.js';
import { ChannelUse } from '../notice/channel-use.js';
import { ColourMark } from '../county/colour-mark.js';
import { Contest } from '../contest/contest.js';
import { ContestAnswer } from '../contest/contest-answer.js';
import { ContestCandidate } from '../contest/contest-candidate.js';
import { ContestMark } from '../contest/contest-mark.js';
import { ContestObjection } from '../contest/contest-objection.js';
import { DayHead } from './day-head.js';
import { Delivery } from '../poll/delivery.js';
import { DeskForm } from '../people/desk-form.js';
import { DeskLogin } from '../people/desk-login.js';
import { Disclosure } from '../notice/disclosure.js';
import { DispatchAction } from '../county/dispatch-action.js';
import { DoorLink } from '../people/door-link.js';
import { Evidence } from '../evidence.js';
import { Exemption } from '../plan/exemption.js';
import { Finding } from '../works/finding.js';
import { Follower } from '../proposal/follower.js';
import { Grid } from '../people/grid.js';
import { GroupChat } from '../people/group-chat.js';
import { GroupTask } from '../notice/group-task.js';
import { GroupWay } from '../notice/group-way.js';
import { Handout } from '../notice/handout.js';
import { HelperNote } from '../ballot/helper-note.js';
import { Household } from '../people/household.js';
import { HouseholdCode } from '../people/household-code.js';
import { Idea } from '../proposal/idea.js';
import { Identity } from '../people/identity.js';
import { JobRun } from './job-run.js';
import { JournalLine } from './journal-line.js';
import { KeyProject } from '../county/key-project.js';
import { KfAccount } from '../notice/kf-account.js';
import { KfAnswer } from '../notice/kf-answer.js';
import { KfCustomer } from '../notice/kf-customer.js';
import { KfLink } from '../notice/kf-link.js';
import { KfMessage } from '../notice/kf-message.js';
import { KfRow } from '../notice/kf-row.js';
import { Kinship } from '../people/kinship.js';
import { Lease } from './lease.js';
import { LedgerEntry } from '../funds/ledger-entry.js';
import { Login } from '../county/login.js';
import { Mandate } from '../ballot/mandate.js';
import { MarketAgreement } from '../market/market-agreement.js';
import { MarketDeclaration } from '../market/market-declaration.js';
import { MarketReceipt } from '../market/market-receipt.js';
import { MarketSpace } from '../market/market-space.js';
import { Meeting } from '../meeting/meeting.js';
import { Member } from '../people/member.js';
import { Milestone } from '../works/milestone.js';
import { Objection } from '../plan/objection.js';
import { Offer } from '../pledge/offer.js';
import { OutsideAnswer } from '../works/outside-answer.js';
import { OutsideTask } from '../works/outside-task.js';
import { PaperBallot } from '../ballot/paper-ballot.js';
import { Person } from '../people/person.js';
import { PledgeNote } from '../pledge/pledge-note.js';
import { PointEntry } from '../credit/point-entry.js';
import { Poll } from '../poll/poll.js';
import { Post } from '../notice/post.js';
import { Precedent } from '../proposal/precedent.js';
import { Project } from '../proposal/project.js';
import { Question } from '../question.js';
import { Rating } from '../works/rating.js';
import { Redemption } from '../credit/redemption.js';
import { Report } from '../proposal/report.js';
import { ReportVoice } from '../proposal/report-voice.js';
import { Reward } from '../credit/reward.js';
import { Role } from '../people/role.js';
import { RoleCard } from '../people/role-card.js';
import { RosterDraft } from '../people/roster-draft.js';
import { RosterImport } from '../people/roster-import.js';
import { Secret } from './secret.js';
import { ServiceSession } from '../credit/service-session.js';
import { ServiceShift } from '../credit/service-shift.js';
import { SpendRequest } from '../funds/spend-request.js';
import { StatementFile } from '../funds/statement-file.js';
import { Stoppage } from '../works/stoppage.js';
import { SupervisionTeam } from '../works/supervision-team.js';
import { Support } from '../proposal/support.js';
import { Task } from '../works/task.js';
import { TeamMonth } from '../works/team-month.js';
import { WorkNote } from '../works/work-note.js';

export const entities = [
  AdoptedRule,
  Appeal,
  Attendance,
  Balance,
  Ballot,
  Benefit,
  BenefitUse,
  Callback,
  ChannelUse,
  ColourMark,
  Contest,
  ContestAnswer,
  ContestCandidate,
  ContestMark,
  ContestObjection,
  DayHead,
  Delivery,
  DeskForm,
  DeskLogin,
  Disclosure,
  DispatchAction,
  DoorLink,
  Evidence,
  Exemption,
  Finding,
  Follower,
  Grid,
  GroupChat,
  GroupTask,
  GroupWay,
  Handout,
  HelperNote,
  Household,
  HouseholdCode,
  Idea,
  Identity,
  JobRun,
  JournalLine,
  KeyProject,
  KfAccount,
  KfAnswer,
  KfCustomer,
  KfLink,
  KfMessage,
  KfRow,
  Kinship,
  Lease,
  LedgerEntry,
  Login,
  Mandate,
  MarketAgreement,
  MarketDeclaration,
  MarketReceipt,
  MarketSpace,
  Meeting,
  Member,
  Milestone,
  Objection,
  Offer,
  OutsideAnswer,
  OutsideTask,
  PaperBallot,
  Person,
  PledgeNote,
  PointEntry,
  Poll,
  Post,
  Precedent,
  Project,
  Question,
  Rating,
  Redemption,
  Report,
  ReportVoice,
  Reward,
  Role,
  RoleCard,
  RosterDraft,
  RosterImport,
  Secret,
  ServiceSession,
  ServiceShift,
  SpendRequest,
  StatementFile,
  Stoppage,
  SupervisionTeam,
  Support,
  Task,
  TeamMonth,
  WorkNote,
];

/** The tables whose rows the journal seals; `npm run verify` holds every one of their rows against it. */
export const sealed = entities.filter(isSealed);

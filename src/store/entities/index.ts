import { DispatchAction } from './dispatch-action.js';
import { Finding } from './finding.js';
import { Kinship } from './kinship.js';
import { SupervisionTeam } from './supervision-team.js';
import { AdoptedRule } from './adopted-rule.js';
import { Appeal } from './appeal.js';
import { Attendance } from './attendance.js';
import { Balance } from './balance.js';
import { Ballot } from './ballot.js';
import { Callback } from './callback.js';
import { ColourMark } from './colour-mark.js';
import { ChannelUse } from './channel-use.js';
import { Delivery } from './delivery.js';
import { Disclosure } from './disclosure.js';
import { Contest } from './contest.js';
import { ContestAnswer } from './contest-answer.js';
import { ContestCandidate } from './contest-candidate.js';
import { ContestMark } from './contest-mark.js';
import { ContestObjection } from './contest-objection.js';
import { Evidence } from './evidence.js';
import { Exemption } from './exemption.js';
import { Grid } from './grid.js';
import { GroupChat } from './group-chat.js';
import { Handout } from './handout.js';
import { Household } from './household.js';
import { JobRun } from './job-run.js';
import { JournalLine } from './journal-line.js';
import { KeyProject } from './key-project.js';
import { Lease } from './lease.js';
import { LedgerEntry } from './ledger-entry.js';
import { Login } from './login.js';
import { Mandate } from './mandate.js';
import { MarketAgreement } from './market-agreement.js';
import { MarketDeclaration } from './market-declaration.js';
import { MarketReceipt } from './market-receipt.js';
import { MarketSpace } from './market-space.js';
import { Meeting } from './meeting.js';
import { Member } from './member.js';
import { Milestone } from './milestone.js';
import { Objection } from './objection.js';
import { Offer } from './offer.js';
import { PaperBallot } from './paper-ballot.js';
import { PledgeNote } from './pledge-note.js';
import { PointEntry } from './point-entry.js';
import { Poll } from './poll.js';
import { Post } from './post.js';
import { Project } from './project.js';
import { Question } from './question.js';
import { Rating } from './rating.js';
import { Redemption } from './redemption.js';
import { Reward } from './reward.js';
import { Role } from './role.js';
import { Secret } from './secret.js';
import { ServiceSession } from './service-session.js';
import { ServiceShift } from './service-shift.js';
import { StatementFile } from './statement-file.js';
import { SpendRequest } from './spend-request.js';
import { Stoppage } from './stoppage.js';
import { Support } from './support.js';
import { RoleCard } from './role-card.js';
import { Task } from './task.js';
import { WorkNote } from './work-note.js';

/** The tables whose rows the journal seals; `npm run verify` holds every one of their rows against it. */
export const sealed = [
  Grid,
  GroupChat,
  Household,
  Member,
  Role,
  Project,
  Support,
  Poll,
  Ballot,
  LedgerEntry,
  Offer,
  PledgeNote,
  Exemption,
  RoleCard,
  Task,
  WorkNote,
  Rating,
  PointEntry,
  Reward,
  Redemption,
  Disclosure,
  Evidence,
  Objection,
  PaperBallot,
  Mandate,
  Delivery,
  AdoptedRule,
  Meeting,
  Attendance,
  SpendRequest,
  StatementFile,
  Milestone,
  KeyProject,
  ColourMark,
  Stoppage,
  SupervisionTeam,
  DispatchAction,
  Kinship,
  Finding,
  Appeal,
  ServiceSession,
  ServiceShift,
  MarketSpace,
  MarketAgreement,
  MarketDeclaration,
  MarketReceipt,
  Contest,
  ContestCandidate,
  ContestMark,
  ContestObjection,
  ContestAnswer,
] as const;

/** Balances are proved by the ledger's sum, the journal by its own chain; the rest is traffic. */
export const entities = [
  ...sealed,
  Balance,
  ChannelUse,
  JobRun,
  JournalLine,
  Lease,
  Callback,
  Question,
  Post,
  Handout,
  Login,
  Secret,
];

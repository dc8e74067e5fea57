// Written by `npm run lists` from the files. Nobody edits it by hand.
import { FirstNeighbourhood1763900000001 } from './1763900000001-first-neighbourhood.js';
import { OwnersVotes1763900000002 } from './1763900000002-owners-votes.js';
import { Decisions1764000000003 } from './1764000000003-decisions.js';
import { PayerCheck1764000000004 } from './1764000000004-payer-check.js';
import { CheckedMoney1764000000005 } from './1764000000005-checked-money.js';
import { Statements1764000000010 } from './1764000000010-statements.js';
import { Disclosures1764100000020 } from './1764100000020-disclosures.js';
import { QuickFinds1764100000030 } from './1764100000030-quick-finds.js';
import { SurePosts1764100000031 } from './1764100000031-sure-posts.js';
import { CountedAtOnce1764200000065 } from './1764200000065-counted-at-once.js';
import { DossierLinks1764200000066 } from './1764200000066-dossier-links.js';
import { HouseholdStandings1764200000067 } from './1764200000067-household-standings.js';
import { ShownVouchers1764200000068 } from './1764200000068-shown-vouchers.js';
import { BudgetLines1764200000069 } from './1764200000069-budget-lines.js';
import { Earmarks1764300000070 } from './1764300000070-earmarks.js';
import { Retention1764300000071 } from './1764300000071-retention.js';
import { Surplus1764300000072 } from './1764300000072-surplus.js';
import { SentBack1764300000073 } from './1764300000073-sent-back.js';
import { AcceptedMilestones1764300000074 } from './1764300000074-accepted-milestones.js';
import { NoReminders1764300000075 } from './1764300000075-no-reminders.js';
import { PledgeRounds1764300000080 } from './1764300000080-pledge-rounds.js';
import { CreditApart1764300000090 } from './1764300000090-credit-apart.js';
import { ServiceHours1764300000091 } from './1764300000091-service-hours.js';
import { SecondWitness1764300000092 } from './1764300000092-second-witness.js';
import { Tasks1764300000093 } from './1764300000093-tasks.js';
import { RoleCards1764300000094 } from './1764300000094-role-cards.js';
import { SecondDoor1764300000110 } from './1764300000110-second-door.js';
import { WallChart1764300000130 } from './1764300000130-wall-chart.js';
import { Supervision1764300000131 } from './1764300000131-supervision.js';
import { Dispatch1764300000132 } from './1764300000132-dispatch.js';
import { CountyGrids1764300000140 } from './1764300000140-county-grids.js';
import { Logins1764300000141 } from './1764300000141-logins.js';
import { Market1764300000145 } from './1764300000145-market.js';
import { Contests1764300000150 } from './1764300000150-contest.js';
import { HouseholdsEntries1764300000150 } from './1764300000150-households-entries.js';
import { LeaderStars1764300000151 } from './1764300000151-leader-stars.js';
import { ToldSums1764300000152 } from './1764300000152-told-sums.js';
import { PlanFacts1764400000160 } from './1764400000160-plan-facts.js';
import { ToldInTime1764400000161 } from './1764400000161-told-in-time.js';
import { Secrets1764400000200 } from './1764400000200-secrets.js';
import { Salts1764400000201 } from './1764400000201-salts.js';
import { BoundMoney1764400000210 } from './1764400000210-bound-money.js';
import { GiftsInKind1764400000211 } from './1764400000211-gifts-in-kind.js';
import { Labels1764400000220 } from './1764400000220-labels.js';
import { RosterImports1764400000221 } from './1764400000221-roster-imports.js';
import { Resealed1764400000230 } from './1764400000230-resealed.js';
import { DayHeads1764400000240 } from './1764400000240-day-heads.js';
import { Persons1764400000250 } from './1764400000250-persons.js';
import { Kf1764400000260 } from './1764400000260-kf.js';
import { Desk1764400000270 } from './1764400000270-desk.js';
import { KfLinks1764400000280 } from './1764400000280-kf-links.js';
import { Reports1764400000320 } from './1764400000320-reports.js';
import { Followers1764400000330 } from './1764400000330-followers.js';
import { Ideas1764400000340 } from './1764400000340-ideas.js';
import { Precedents1764400000350 } from './1764400000350-precedents.js';
import { GroupTasks1764400000360 } from './1764400000360-group-tasks.js';
import { DeskForms1764400000370 } from './1764400000370-desk-forms.js';
import { OutsideTasks1764400000370 } from './1764400000370-outside-tasks.js';
import { RosterDrafts1764400000372 } from './1764400000372-roster-drafts.js';
import { TeamMonths1764400000380 } from './1764400000380-team-months.js';
import { WithdrawnVoices1764400000390 } from './1764400000390-withdrawn-voices.js';
import { Benefits1764400000410 } from './1764400000410-benefits.js';
import { PhoneNotes1764400000420 } from './1764400000420-phone-notes.js';
import { EndedRoles1764400000430 } from './1764400000430-ended-roles.js';
import { GroupWays1764400000460 } from './1764400000460-group-ways.js';
import { SheetNotes1764400000470 } from './1764400000470-sheet-notes.js';
import { SeenFaults1764400000480 } from './1764400000480-seen-faults.js';
import { OtherHomes1764400000485 } from './1764400000485-other-homes.js';
import { StatementNotes1764400000490 } from './1764400000490-statement-notes.js';
import { CollectingAccount1764400000510 } from './1764400000510-collecting-account.js';

export const migrations = [
  FirstNeighbourhood1763900000001,
  OwnersVotes1763900000002,
  Decisions1764000000003,
  PayerCheck1764000000004,
  CheckedMoney1764000000005,
  Statements1764000000010,
  Disclosures1764100000020,
  QuickFinds1764100000030,
  SurePosts1764100000031,
  CountedAtOnce1764200000065,
  DossierLinks1764200000066,
  HouseholdStandings1764200000067,
  ShownVouchers1764200000068,
  BudgetLines1764200000069,
  Earmarks1764300000070,
  Retention1764300000071,
  Surplus1764300000072,
  SentBack1764300000073,
  AcceptedMilestones1764300000074,
  NoReminders1764300000075,
  PledgeRounds1764300000080,
  CreditApart1764300000090,
  ServiceHours1764300000091,
  SecondWitness1764300000092,
  Tasks1764300000093,
  RoleCards1764300000094,
  SecondDoor1764300000110,
  WallChart1764300000130,
  Supervision1764300000131,
  Dispatch1764300000132,
  CountyGrids1764300000140,
  Logins1764300000141,
  Market1764300000145,
  Contests1764300000150,
  HouseholdsEntries1764300000150,
  LeaderStars1764300000151,
  ToldSums1764300000152,
  PlanFacts1764400000160,
  ToldInTime1764400000161,
  Secrets1764400000200,
  Salts1764400000201,
  BoundMoney1764400000210,
  GiftsInKind1764400000211,
  Labels1764400000220,
  RosterImports1764400000221,
  Resealed1764400000230,
  DayHeads1764400000240,
  Persons1764400000250,
  Kf1764400000260,
  Desk1764400000270,
  KfLinks1764400000280,
  Reports1764400000320,
  Followers1764400000330,
  Ideas1764400000340,
  Precedents1764400000350,
  GroupTasks1764400000360,
  DeskForms1764400000370,
  OutsideTasks1764400000370,
  RosterDrafts1764400000372,
  TeamMonths1764400000380,
  WithdrawnVoices1764400000390,
  Benefits1764400000410,
  PhoneNotes1764400000420,
  EndedRoles1764400000430,
  GroupWays1764400000460,
  SheetNotes1764400000470,
  SeenFaults1764400000480,
  OtherHomes1764400000485,
  StatementNotes1764400000490,
  CollectingAccount1764400000510,
];

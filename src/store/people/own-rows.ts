import type { FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { Appeal } from '../credit/appeal.js';
import { Attendance } from '../meeting/attendance.js';
import { Ballot } from '../ballot/ballot.js';
import { Benefit } from '../credit/benefit.js';
import { BenefitUse } from '../credit/benefit-use.js';
import { ColourMark } from '../county/colour-mark.js';
import { Contest } from '../contest/contest.js';
import { ContestAnswer } from '../contest/contest-answer.js';
import { ContestCandidate } from '../contest/contest-candidate.js';
import { ContestMark } from '../contest/contest-mark.js';
import { ContestObjection } from '../contest/contest-objection.js';
import { Delivery } from '../poll/delivery.js';
import { Disclosure } from '../notice/disclosure.js';
import { DoorLink } from './door-link.js';
import { DeskForm } from './desk-form.js';
import { DeskLogin } from './desk-login.js';
import { DispatchAction } from '../county/dispatch-action.js';
import { Evidence } from '../evidence.js';
import { Exemption } from '../plan/exemption.js';
import { Finding } from '../works/finding.js';
import { Handout } from '../notice/handout.js';
import { HouseholdCode } from './household-code.js';
import { Identity } from './identity.js';
import { JournalLine } from '../engine/journal-line.js';
import { KeyProject } from '../county/key-project.js';
import { Kinship } from './kinship.js';
import { LedgerEntry } from '../funds/ledger-entry.js';
import { Login } from '../county/login.js';
import { Mandate } from '../ballot/mandate.js';
import { MarketAgreement } from '../market/market-agreement.js';
import { MarketDeclaration } from '../market/market-declaration.js';
import { MarketSpace } from '../market/market-space.js';
import { Meeting } from '../meeting/meeting.js';
import { Milestone } from '../works/milestone.js';
import { Objection } from '../plan/objection.js';
import { Offer } from '../pledge/offer.js';
import { PaperBallot } from '../ballot/paper-ballot.js';
import { Person } from './person.js';
import { HelperNote } from '../ballot/helper-note.js';
import { PledgeNote } from '../pledge/pledge-note.js';
import { PointEntry } from '../credit/point-entry.js';
import { Poll } from '../poll/poll.js';
import { Post } from '../notice/post.js';
import { Project } from '../proposal/project.js';
import { Question } from '../question.js';
import { Rating } from '../works/rating.js';
import { Redemption } from '../credit/redemption.js';
import { Role } from './role.js';
import { ServiceSession } from '../credit/service-session.js';
import { ServiceShift } from '../credit/service-shift.js';
import { SpendRequest } from '../funds/spend-request.js';
import { StatementFile } from '../funds/statement-file.js';
import { Stoppage } from '../works/stoppage.js';
import { SupervisionTeam } from '../works/supervision-team.js';
import { Support } from '../proposal/support.js';
import { Idea } from '../proposal/idea.js';
import { Follower } from '../proposal/follower.js';
import { Report } from '../proposal/report.js';
import { ReportVoice } from '../proposal/report-voice.js';
import { RoleCard } from './role-card.js';
import { TeamMonth } from '../works/team-month.js';
import { OutsideTask } from '../works/outside-task.js';
import { Task } from '../works/task.js';
import { WorkNote } from '../works/work-note.js';
import { RosterDraft } from './roster-draft.js';
import type { Rows } from '../engine/rows.js';

/** What one table keeps about a member. */
interface OwnTable {
  /** Its heading in the member's file. */
  readonly said: string;
  readonly table: new () => ObjectLiteral & { id: number };
  /** Columns that make a row the member's, or the member's household's: it is given whole. */
  readonly own?: readonly string[];
  /**
   * Columns that say no more than that the member did something to what belongs to all, or to somebody else: the number and
   * the times of the row are given, not what stands in it.
   */
  readonly did?: readonly string[];
  /** Columns that are not given: the bytes of pictures, and what opens links. */
  readonly without?: readonly string[];
}

/** Every table that points at a member or a household (PIPL Art. 45). `tests/store/people/own-rows.test.ts` finds the one that is forgotten. */
export const ownTables: readonly OwnTable[] = [
  { said: '职务', table: Role, own: ['userid'] },
  { said: '提案', table: Project, did: ['proposerId'] },
  { said: '报的事', table: ReportVoice, own: ['by', 'householdId'] },
  { said: '您跟着的事', table: Follower, own: ['by'] },
  { said: '提的建议', table: Idea, own: ['memberId'], did: ['answeredById'] },
  { said: '管的报事', table: Report, did: ['ownedBy', 'endedBy'] },
  { said: '附议', table: Support, own: ['memberId', 'householdId'] },
  { said: '异议', table: Objection, own: ['memberId'], did: ['answeredById'] },
  { said: '议事会签到', table: Attendance, own: ['memberId', 'householdId'] },
  { said: '召集和记录的议事会', table: Meeting, did: ['calledById', 'minutesById'] },
  { said: '投票', table: Ballot, own: ['householdId'], did: ['memberId'] },
  { said: '纸票', table: PaperBallot, own: ['householdId'], did: ['enteredById', 'checkedById'] },
  { said: '电话里说的、纸单上填的', table: HelperNote, own: ['householdId'], did: ['enteredById', 'checkedById'] },
  { said: '委托和代表', table: Mandate, own: ['householdId', 'memberId'], did: ['enteredById', 'checkedById'] },
  { said: '选票送达', table: Delivery, own: ['householdId'], did: ['byId'] },
  { said: '发起的表决', table: Poll, did: ['openedById'] },
  { said: '认捐和交款', table: LedgerEntry, own: ['householdId'], did: ['by'] },
  { said: '捐物和出工', table: Offer, own: ['memberId', 'householdId'], did: ['fulfilledById'] },
  { said: '替谁认捐、是否匿名', table: PledgeNote, own: ['householdId', 'beneficiaryId'] },
  { said: '减免', table: Exemption, own: ['householdId'], did: ['byId'] },
  {
    said: '经办的支出',
    table: SpendRequest,
    did: ['askedById', 'checkedById', 'clearedById', 'heldById', 'approvals'],
  },
  { said: '交来的流水', table: StatementFile, did: ['by'] },
  { said: '交来的花名册', table: RosterDraft, did: ['by'] },
  { said: '发的问题照片、报的进度和巡查', table: WorkNote, own: ['memberId'] },
  { said: '报完和验收的节点', table: Milestone, did: ['doneById', 'acceptedById'] },
  { said: '评分', table: Rating, own: ['memberId', 'householdId'] },
  { said: '贴出的公示', table: Disclosure, did: ['boardById'] },
  { said: '积分', table: PointEntry, own: ['memberId'], did: ['by'] },
  { said: '积分申诉', table: Appeal, own: ['memberId'], did: ['answeredById'] },
  {
    said: '志愿服务时长',
    table: ServiceShift,
    own: ['memberId'],
    did: ['enteredById', 'firstConfirmedById', 'confirmedById'],
  },
  { said: '组织的志愿活动', table: ServiceSession, did: ['openedById'] },
  { said: '亮出的身份和承诺', table: RoleCard, own: ['memberId'] },
  { said: '认领的任务', table: Task, own: ['claimedById'], did: ['checkedById'] },
  { said: '签过的监管月报', table: TeamMonth, did: ['people'] },
  { said: '请外单位办的事', table: OutsideTask, did: ['askedById', 'endedById'] },
  { said: '享受的优惠', table: BenefitUse, own: ['memberId', 'householdId'] },
  { said: '登记的优惠', table: Benefit, did: ['byId'] },
  { said: '兑换', table: Redemption, own: ['memberId', 'householdId'], did: ['settledBy'] },
  { said: '负责的年度项目', table: KeyProject, did: ['leaderId', 'setById'] },
  { said: '定过的颜色', table: ColourMark, did: ['byId'] },
  { said: '叫停和复工', table: Stoppage, did: ['memberId', 'liftedById'] },
  { said: '监管小组', table: SupervisionTeam, did: ['memberIds', 'setById'] },
  { said: '声明的亲属', table: Kinship, own: ['memberId'], did: ['kinId'] },
  { said: '提的、改的、复查的整改', table: Finding, did: ['foundById', 'mendedById', 'checkedById'] },
  { said: '调度事项', table: DispatchAction, own: ['ownerId'], did: ['setById', 'doneById', 'checkedById'] },
  { said: '登记的公益市场空间', table: MarketSpace, did: ['setById'] },
  { said: '公益市场协议', table: MarketAgreement, own: ['contactId'], did: ['agreedById', 'endedById'] },
  { said: '公益市场申报', table: MarketDeclaration, did: ['declaredById'] },
  { said: '擂台赛里的您', table: ContestCandidate, own: ['memberId'] },
  { said: '对擂台赛的异议', table: ContestObjection, own: ['memberId'] },
  { said: '擂台赛里评的、否决的', table: ContestMark, own: ['byId'] },
  { said: '答复的擂台赛异议', table: ContestAnswer, did: ['answeredById'] },
  { said: '开的擂台赛', table: Contest, did: ['openedById'] },
  { said: '发来的照片', table: Evidence, own: ['by'], without: ['base64'] },
  { said: '私聊里告诉您的', table: Post, own: ['userid'] },
  { said: '等您回答的', table: Question, own: ['userid'] },
  { said: '给您的下载链接', table: Handout, own: ['userid'], without: ['token'] },
  { said: '您的微信身份', table: Identity, own: ['userid'], without: ['value', 'corpId'] },
  { said: '您从哪个小区来', table: Person, own: ['userid'], without: ['userid'] },
  { said: '进门的一次性链接', table: DoorLink, own: ['userid'], without: ['digest'] },
  { said: '您家的绑定卡', table: HouseholdCode, own: ['householdId'], did: ['byId'], without: ['digest'] },
  { said: '办事台登录', table: DeskLogin, own: ['userid'], without: ['session'] },
  { said: '办事台里填的表', table: DeskForm, own: ['userid'], without: ['userid', 'key'] },
  { said: '看板登录', table: Login, own: ['userid'], without: ['link', 'session'] },
  { said: '办过的事', table: JournalLine, did: ['by'] },
];

export interface Whose {
  readonly id: number;
  readonly userid: string;
  readonly householdId: number | null;
}

/** Every row that the member wrote, or that stands for the member's household, under the heading of its table. */
export async function ownRows(rows: Rows, member: Whose): Promise<Record<string, ObjectLiteral[]>> {
  const file: Record<string, ObjectLiteral[]> = {};
  for (const { said, table, own = [], did = [], without = [] } of ownTables) {
    const found = new Map<number, ObjectLiteral>();
    for (const column of did)
      for (const row of await pointing(rows, table, column, member)) found.set(row.id, bare(row));
    for (const column of own)
      for (const row of await pointing(rows, table, column, member)) found.set(row.id, except(row, without));
    file[said] = [...found.values()];
  }
  return file;
}

/** The rows of a table whose column points at the member. */
async function pointing<Row extends ObjectLiteral & { id: number }>(
  { manager, gridId }: Rows,
  table: new () => Row,
  column: string,
  member: Whose,
): Promise<Row[]> {
  const { columns } = manager.connection.getMetadata(table);
  const where = columns.some(({ propertyName }) => propertyName === 'gridId') ? { gridId } : {};
  const find = (more: ObjectLiteral): Promise<Row[]> =>
    manager.find(table, { where: { ...where, ...more } as FindOptionsWhere<Row> });
  // A list of members stands in one column.
  if (column === 'approvals' || column === 'memberIds')
    return (await find({})).filter(row => (row[column] as number[]).includes(member.id));
  return find({ [column]: valueOf(column, member) });
}

/** Columns that hold the account of a member; the others hold the number. */
const userids: readonly string[] = ['userid', 'by', 'settledBy', 'ownedBy', 'endedBy'];

/** What a column that points at the member holds. */
function valueOf(column: string, { id, userid, householdId }: Whose): number | string {
  if (userids.includes(column)) return userid;
  // No household has the number −1.
  return column === 'householdId' || column === 'beneficiaryId' ? (householdId ?? -1) : id;
}

/** The number, the kind and the times of a row. */
function bare(row: ObjectLiteral): ObjectLiteral {
  const told = ['id', 'no', 'seq', 'deed', 'kind'];
  return Object.fromEntries(
    Object.entries(row).filter(([name, value]) => told.includes(name) || value instanceof Date),
  );
}

function except(row: ObjectLiteral, without: readonly string[]): ObjectLiteral {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'gridId' && !without.includes(name)));
}

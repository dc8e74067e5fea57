import { Resvg } from '@resvg/resvg-js';
import { dayMs, lastAt } from '../domain/calendar.js';
import { isUnderWay, states } from '../domain/lifecycle.js';
import type { RoleId } from '../domain/permissions.js';
import { placeWords } from '../domain/masking.js';
import { yuan } from '../domain/money.js';
import { fundsOf } from '../publish/funds/funds-report.js';
import type { Hint } from '../simulator/routes.js';
import { periodEnd } from '../domain/periods.js';
import { rulesAt } from '../domain/rules.js';
import type { Member } from '../store/people/member.js';
import type { Project } from '../store/proposal/project.js';
import { teamOf } from '../store/works/team.js';
import type { Unit } from '../store/engine/unit.js';

/** The next sensible message for a newcomer who plays the newest project through, from the first word to the archive. */
export async function nextHints(unit: Unit, now: Date): Promise<Hint[]> {
  const [project] = await unit.projects.all(1);
  if (!project || !isUnderWay(project.state)) {
    return [says('r021', '提案：3号楼东头装路灯，预算1.2万元', '居民先提一个公共的事')];
  }
  return hintsFor(unit, project, now);
}

async function hintsFor(unit: Unit, project: Project, now: Date): Promise<Hint[]> {
  const { no } = project;
  const secretary = await holder(unit, 'grid_secretary');
  const cashier = await holder(unit, 'cashier');
  switch (project.state) {
    case 'issue_reported':
      return supportHints(unit, project, now);
    case 'topic_proposed':
      return [says(secretary, `${no}号定为迫切需求类`, '书记定下资金类别，选题就确定了')];
    case 'topic_selected':
      return project.payerCheck
        ? [says(secretary, `发布${no}号方案：装太阳能路灯六盏，预算1.2万元`, '方案要公开')]
        : payerHints(unit, secretary, no);
    case 'plan_published':
      return noticeHints(unit, project, now);
    case 'result_published':
      return reviewHints(unit, project);
    case 'not_approved':
    case 'quorum_failed':
      return againHints(unit, project, { secretary, now });
    case 'voting':
      return votingHints(unit, project, now);
    case 'pledging':
    case 'collecting':
      return moneyHints(unit, project, cashier);
    case 'funded':
    case 'rectification':
      return [says(secretary, `${no}号项目进度：基础已挖好，完成三成`, '书记报进度')];
    case 'in_progress':
      return worksHints(unit, project, { secretary, now });
    case 'completed_pending_acceptance':
      return acceptanceHints(unit, project);
    case 'accepted': {
      const rated = (await unit.works.ratings(project.id)).length > 0;
      const rate = says('r023', `给${no}号打5分`, '居民评价');
      const paying = await spendHints(unit, project, { cashier, now });
      if (paying.length > 0) return [...paying, ...(rated ? [] : [rate])];
      return [...(rated ? [] : [rate]), clock(hours(now, 24), '都付清了，过一天决算就会公示')];
    }
    case 'settlement_published':
      return [
        clock(hours(now, 24 * 8), `${states.settlement_published.said}满了就归档`),
        says('r024', '我的积分', '看看积分'),
      ];
    default:
      return [];
  }
}

/** One neighbour at first, then the others that are still needed at a tap. */
async function supportHints(unit: Unit, { id, no }: Project, now: Date): Promise<Hint[]> {
  const supports = await unit.projects.supports(id);
  const seconded = new Set<number | null>(supports.map(({ householdId }) => householdId));
  const others = neighbours(await unit.members.allBound()).filter(({ householdId }) => !seconded.has(householdId));
  const missing = others.slice(0, rulesAt(now).minProposingHouseholds - supports.length);
  const [next] = missing;
  if (!next) return [];
  const line = `附议${no}号`;
  const one = says(next.userid, line, '五户附议才成议题');
  if (supports.length < 2 || missing.length < 2) return [one];
  return [one, crowd(missing, line, `再让${missing.length}户附议`, '一次走完')];
}

/** The secretary finds out who has to pay; the bot asks, and the next message answers. */
async function payerHints(unit: Unit, secretary: string, no: number): Promise<Hint[]> {
  const chat = await unit.members.chatId();
  const asked = await unit.questions.of(secretary, chat ?? '');
  if (asked?.intent === 'project.payer' && asked.asks === 'answer')
    return [says(secretary, '6', '回复数字：过了保修，大家共担')];
  if (asked?.intent === 'project.payer')
    return [says(secretary, '小区1998年建成，已过保修，没有别的责任人', '说明依据')];
  return [says(secretary, `${no}号责任核查`, '先弄清该谁出钱')];
}

/** The plan is on display first, and may be objected to. */
async function noticeHints(unit: Unit, { no, planPublishedAt }: Project, now: Date): Promise<Hint[]> {
  const [objection] = await unit.objections.ofProject((await unit.projects.byNo(no))?.id ?? 0);
  if (objection && !objection.answeredAt)
    return [says(await holder(unit, 'grid_secretary'), `答复${no}号异议1：已请三家报价，取最低的一家`, '异议要答复')];
  const opensAt = planPublishedAt && periodEnd(planPublishedAt, rulesAt(now).planNoticeDays);
  if (opensAt && now < opensAt) {
    const wait = clock(opensAt, '方案公示七天，期满才能表决');
    return objection ? [wait] : [wait, says('r022', `${no}号异议：报价偏高，请再比一家`, '公示期里可以提异议')];
  }
  return [says(await holder(unit, 'building_leader'), `${no}号发起表决，3天后截止`, '楼长发起表决')];
}

/** What was voted down goes on display anew, once its result is no longer open to objections. */
async function againHints(
  unit: Unit,
  { id, no }: Project,
  { secretary, now }: { secretary: string; now: Date },
): Promise<Hint[]> {
  const [poll] = await unit.polls.ofProject(id);
  if (poll?.reviewEndsAt && now < poll.reviewEndsAt) return [clock(poll.reviewEndsAt, '结果公示期满，才能重新公示')];
  return [says(secretary, `发布${no}号方案：装太阳能路灯四盏，预算8000元`, '方案改小，重新公示、再表决')];
}

/** A result is on display before it takes effect. */
async function reviewHints(unit: Unit, { id }: Project): Promise<Hint[]> {
  const [poll] = await unit.polls.ofProject(id);
  return poll?.reviewEndsAt ? [clock(poll.reviewEndsAt, '结果公示期满，决定生效')] : [];
}

/** A press on the card, a sentence, then everybody: the same deed in three ways. */
async function votingHints(unit: Unit, project: Project, now: Date): Promise<Hint[]> {
  const poll = await unit.polls.byNo(project.no);
  if (!poll) return [];
  const voted = new Set<number | null>((await unit.polls.ballots(poll.id)).map(ballot => ballot.householdId));
  const missing = neighbours(await unit.members.allBound()).filter(({ householdId }) => !voted.has(householdId));
  const end = poll.closesAt > now ? [clock(new Date(poll.closesAt.getTime() + 60_000), '到截止时间自动计票')] : [];
  const [next] = missing;
  if (!next) return end;
  const press: Hint = {
    press: true,
    who: next.userid,
    chat: 'group',
    button: '同意',
    about: `poll-${poll.id}`,
    why: '在卡片上点一下就是投票',
  };
  if (voted.size === 0) return [press];
  if (voted.size === 1) return [says(next.userid, `${poll.no}号同意`, '打字也是投票')];
  return [crowd(missing, `${poll.no}号同意`, `其余${missing.length}户都投同意`, '过半数的户投了才有效'), ...end];
}

/** A neighbour pledges; a subsidy covers the rest, so that collecting begins; the neighbour pays. */
async function moneyHints(unit: Unit, project: Project, cashier: string): Promise<Hint[]> {
  const { no, state } = project;
  const { pledgedFen, receivedFen, receivedBySource, pendingFen } = await fundsOf(unit, project);
  const [giver] = neighbours(await unit.members.allBound());
  const home = (await unit.members.households()).find(({ id }) => id === giver?.householdId);
  if (pledgedFen === 0 && giver) return [says(giver.userid, `${no}号项目我出200元`, '居民自愿认捐')];
  if (pendingFen > 0)
    return [
      says(await holder(unit, 'bookkeeper'), `${no}号对账无误，共${typed(pendingFen)}`, '会计核对流水，确认了才算实收'),
    ];
  const missingFen = (project.budgetFen ?? 0) - receivedFen;
  if (state === 'pledging')
    return [
      says(cashier, `${no}号奖补资金到账${typed(missingFen - pledgedFen)}`, '其余由奖补资金补齐，认筹够了才收居民的钱'),
    ];
  const owedFen = pledgedFen - (receivedBySource.residents ?? 0);
  const paid = home && `${no}号收到${placeWords(home)} ${typed(owedFen)}`;
  return paid && owedFen > 0
    ? [says(cashier, paid, '钱交到了，出纳记实收')]
    : [says(cashier, `${no}号奖补资金到账${typed(missingFen)}`, '其余由奖补资金补齐')];
}

async function worksHints(
  unit: Unit,
  project: Project,
  { secretary, now }: { secretary: string; now: Date },
): Promise<Hint[]> {
  const { no } = project;
  if ((await unit.works.notes(project.id, 'inspection')).length === 0)
    return [says(await watcher(unit, project), `${no}号巡查：材料堆放整齐，无安全隐患`, '监管小组巡查')];
  return [
    says(secretary, `${no}号项目进度：路灯全部装好，完成100%`, '完工了'),
    clock(new Date(lastAt({ hour: 18, minute: 0 }, now).getTime() + dayMs), '每天18:00公示进度'),
  ];
}

/** A payment goes through many hands: asked with its voucher, checked, approved, cleared, open to a hold for a day, paid. None when it is made. */
async function spendHints(
  unit: Unit,
  project: Project,
  { cashier, now }: { cashier: string; now: Date },
): Promise<Hint[]> {
  const { id, no } = project;
  const [request] = await unit.spending.ofProject(id);
  if (!request) {
    const amount = typed((await fundsOf(unit, project)).receivedFen);
    const asked = says(
      await holder(unit, 'building_leader'),
      `${no}号申请支出${amount}：路灯工程款，付给宏达照明公司`,
      '经手人申请支出，附发票照片',
    );
    return [{ ...asked, chat: 'single', images: [invoice(no)] }];
  }
  if (request.state === 'paid') return [];
  const { state, approvals, approvedAt, clearedById } = request;
  if (state === 'asked') return [says(await holder(unit, 'bookkeeper'), `核对申请${request.no}`, '会计核对')];
  if (state === 'checked') {
    const approver = await holder(unit, approvals.length === 0 ? 'community_secretary' : 'grid_secretary');
    return [says(approver, `批准申请${request.no}`, '金额大，要两位书记批准')];
  }
  if (clearedById === null)
    return [says(await watcher(unit, project), `申请${request.no}无异议`, '大额支出要监管小组看过')];
  const payableAt = new Date((approvedAt ?? now).getTime() + rulesAt(now).holdHours * 3_600_000);
  if (now < payableAt) return [clock(payableAt, '留一天给监管小组看')];
  return [says(cashier, `付申请${request.no}`, '出纳照批准的付款，记支出')];
}

async function acceptanceHints(unit: Unit, project: Project): Promise<Hint[]> {
  const { id, no } = project;
  const signed = new Set((await unit.works.notes(id, 'acceptance')).map(({ memberId }) => memberId));
  const missing = (await teamOf(unit, project.id)).filter(member => !signed.has(member.id));
  return missing.slice(0, 1).map(({ userid }) => says(userid, `${no}号项目验收合格`, '监管小组三分之二签字才算验收'));
}

/** An amount as it is typed: no thousands separators. */
function typed(fen: number): string {
  return yuan(fen).replaceAll(',', '');
}

/** Neighbours without a role come first, so that a newcomer does not play the cashier by chance. */
function neighbours(members: readonly Member[]): Member[] {
  const seen = new Set<number | null>([null]);
  return members
    .slice(20)
    .concat(members.slice(0, 20))
    .filter(({ householdId }) => {
      if (seen.has(householdId)) return false;
      seen.add(householdId);
      return true;
    });
}

async function holder(unit: Unit, role: RoleId): Promise<string> {
  const [userid] = await unit.members.withRole(role);
  return userid ?? 'r001';
}

/** One of those who watch over the project: its own team where it has one. */
async function watcher(unit: Unit, { id }: Project): Promise<string> {
  const [one] = await teamOf(unit, id);
  return one?.userid ?? 'r001';
}

/** A small picture, of another colour for every project. */
function invoice(no: number): string {
  const colour = `#${no.toString(16).padStart(6, '0')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="${colour}"/></svg>`;
  return new Resvg(svg).render().asPng().toString('base64');
}

function says(who: string, text: string, why: string): Hint {
  return { who, chat: 'group', text, why };
}

function crowd(members: readonly Member[], line: string, text: string, why: string): Hint {
  return { crowd: true, text, lines: members.map(({ userid }) => ({ who: userid, chat: 'group', text: line })), why };
}

function clock(at: Date, why: string): Hint {
  return { clock: at.toISOString(), why };
}

function hours(now: Date, count: number): Date {
  return new Date(now.getTime() + count * 3_600_000);
}

import { states } from '../domain/lifecycle.js';
import type { RoleId } from '../domain/permissions.js';
import { yuan } from '../domain/money.js';
import type { Hint } from '../simulator/routes.js';
import type { Project } from '../store/entities/project.js';
import type { Unit } from '../store/unit.js';

/** The next sensible message for a newcomer who plays the newest project through, from the first word to the archive. */
export async function nextHints(unit: Unit, now: Date): Promise<Hint[]> {
  const [project] = await unit.projects.all(1);
  if (!project || ['closed', 'withdrawn', 'cancelled'].includes(project.state)) {
    return [says('r021', '提案：3号楼东头装路灯，预算1.2万元', '居民先提一个公共的事')];
  }
  return hintsFor(unit, project, now);
}

async function hintsFor(unit: Unit, project: Project, now: Date): Promise<Hint[]> {
  const { no } = project;
  const secretary = await holder(unit, 'grid_secretary');
  const cashier = await holder(unit, 'cashier');
  const budgetFen = project.budgetFen ?? 0;
  switch (project.state) {
    case 'issue_reported': {
      const seconded = new Set((await unit.projects.supports(project.id)).map(support => support.memberId));
      const next = (await unit.members.allBound()).filter(member => !seconded.has(member.id))[21 + seconded.size];
      return next ? [says(next.userid, `附议${no}号`, '五户附议才成议题')] : [];
    }
    case 'topic_proposed':
      return [says(secretary, `${no}号定为迫切需求类`, '书记定下资金类别，选题就确定了')];
    case 'topic_selected':
      return [says(secretary, `发布${no}号方案：装太阳能路灯六盏，预算1.2万元`, '方案要公开')];
    case 'plan_published':
    case 'not_approved':
    case 'quorum_failed':
      return [says(await holder(unit, 'building_leader'), `${no}号发起表决，3天后截止`, '楼长发起表决')];
    case 'voting':
      return votingHints(unit, project, now);
    case 'pledging':
      return [
        says('r022', `${no}号项目我出200元`, '居民自愿认捐'),
        says(cashier, `${no}号奖补资金到账${yuan(budgetFen).replaceAll(',', '')}`, '出纳记下奖补资金'),
      ];
    case 'collecting':
      return [says(cashier, `${no}号奖补资金到账${yuan(budgetFen).replaceAll(',', '')}`, '钱到了，出纳入账')];
    case 'funded':
    case 'rectification':
      return [says(secretary, `${no}号项目进度：基础已挖好，完成三成`, '书记报进度')];
    case 'in_progress':
      return [
        says(await holder(unit, 'supervisor'), `${no}号巡查：材料堆放整齐，无安全隐患`, '监管小组巡查'),
        says(cashier, `${no}号项目支出${yuan(budgetFen).replaceAll(',', '')}，路灯工程款`, '出纳记支出'),
        says(secretary, `${no}号项目进度：路灯全部装好，完成100%`, '完工了'),
      ];
    case 'completed_pending_acceptance':
      return (await unit.members.withRole('supervisor')).map(userid =>
        says(userid, `${no}号项目验收合格`, '监管小组三分之二签字才算验收'),
      );
    case 'accepted':
      return [says('r023', `给${no}号打5分`, '居民评价'), clock(hours(now, 24), '过一天，决算就会公示')];
    case 'settlement_published':
      return [
        says('r024', '我的积分', '看看积分'),
        clock(hours(now, 24 * 8), `${states.settlement_published.said}满了就归档`),
      ];
    default:
      return [];
  }
}

async function votingHints(unit: Unit, project: Project, now: Date): Promise<Hint[]> {
  const poll = await unit.polls.byNo(project.no);
  if (!poll) return [];
  const voted = new Set((await unit.polls.ballots(poll.id)).map(ballot => ballot.householdId));
  const next = (await unit.members.allBound()).find(
    member => member.householdId !== null && !voted.has(member.householdId),
  );
  const vote =
    next && voted.size <= poll.householdCount / 2
      ? [says(next.userid, `${poll.no}号同意`, `过半数的户投了才有效，已有${voted.size}户`)]
      : [];
  const end = poll.closesAt > now ? [clock(new Date(poll.closesAt.getTime() + 60_000), '到截止时间自动计票')] : [];
  return [...vote, ...end];
}

async function holder(unit: Unit, role: RoleId): Promise<string> {
  const [userid] = await unit.members.withRole(role);
  return userid ?? 'r001';
}

function says(who: string, text: string, why: string): Hint {
  return { who, chat: 'group', text, why };
}

function clock(at: Date, why: string): Hint {
  return { clock: at.toISOString(), why };
}

function hours(now: Date, count: number): Date {
  return new Date(now.getTime() + count * 3_600_000);
}

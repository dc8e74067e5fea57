import { dayMs } from '../../domain/calendar.js';
import { openFen } from '../../domain/funds/ledger.js';
import { yuan } from '../../domain/money.js';
import { rulesAt } from '../../domain/rules.js';
import type { Project } from '../../store/proposal/project.js';
import { pledgeTopic } from '../../store/pledge/topics.js';
import type { Unit } from '../../store/engine/unit.js';
import { standingPledges } from './close-pledge-round.js';
import { isLeftAlone } from './stop-reminders.js';

/**
 * Reminds households that promised and have not paid: in private, in neutral words, at most three times and some days
 * apart (docs/domain.md 8.2). How often is told by the journal, so a second run reminds nobody twice. A household of which anybody has asked to
 * be left alone is not reminded.
 */
export async function remindPledges(unit: Unit, now: Date): Promise<void> {
  const { pledgeRemindersMax, pledgeReminderEveryDays } = rulesAt(now);
  for (const project of await unit.projects.inStates(['collecting'])) {
    const sinceMs = now.getTime() - project.stateSince.getTime();
    const round = Math.floor(sinceMs / (pledgeReminderEveryDays * dayMs));
    const told = await unit.journal.ofDeed('pledge.remind', project.stateSince);
    const done = told.filter(({ facts }) => facts['no'] === project.no).length;
    if (round < 1 || done >= pledgeRemindersMax || done >= round) continue;
    const unpaid = await unpaidPledges(unit, project);
    for (const { userid, amountFen } of unpaid) {
      const text = `您家给${project.no}号认捐还有${yuan(amountFen)}没有交。自愿参与，方便时交给社区出纳即可；不想出了可以发送“撤回${project.no}号项目的认捐”，不想再收到提醒就发送“${project.no}号不用提醒我”。`;
      await unit.posts.toMember(userid, text, now, { topic: pledgeTopic(project.id) });
    }
    unit.journal.add('pledge.remind', { by: 'clock', at: now, facts: { no: project.no, households: unpaid.length } });
  }
}

async function unpaidPledges(unit: Unit, project: Project): Promise<{ userid: string; amountFen: number }[]> {
  const unpaid: { householdId: number; amountFen: number }[] = [];
  for (const { householdId } of await standingPledges(unit, project.id)) {
    const amountFen = openFen(await unit.ledger.standingOf(project.id, householdId));
    if (amountFen > 0) unpaid.push({ householdId, amountFen });
  }
  const members = await unit.members.boundTo(unpaid.map(({ householdId }) => householdId));
  return unpaid.flatMap(({ householdId, amountFen }) => {
    const home = members.filter(one => one.householdId === householdId);
    const [member] = home;
    return member && !home.some(one => isLeftAlone(one, project.no)) ? [{ userid: member.userid, amountFen }] : [];
  });
}

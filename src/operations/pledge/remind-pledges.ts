import { dayMs } from '../../domain/calendar.js';
import { openFen } from '../../domain/funds/ledger.js';
import { rulesAt } from '../../domain/rules.js';
import type { Unpaid } from '../../store/notice/fact-parts.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { standingPledges } from './close-pledge-round.js';
import { isLeftAlone } from './stop-reminders.js';

/**
 * Reminds households that promised and have not paid: in private, in neutral words, at most three times and some days
 * apart (docs/domain.md 8.2). How often is told by the journal, so a second run reminds nobody twice. A household of which anybody has asked to
 * be left alone is not reminded.
 */
export async function remindPledges(unit: Unit): Promise<void> {
  const { pledgeRemindersMax, pledgeReminderEveryDays } = rulesAt(unit.now);
  for (const project of await unit.projects.inStates(['collecting'])) {
    const sinceMs = unit.now.getTime() - project.stateSince.getTime();
    const round = Math.floor(sinceMs / (pledgeReminderEveryDays * dayMs));
    const told = await unit.journal.ofDeed('pledge.remind', project.stateSince);
    const done = told.filter(({ facts }) => facts['no'] === project.no).length;
    if (round < 1 || done >= pledgeRemindersMax || done >= round) continue;
    const unpaid = await unpaidPledges(unit, project);
    await unit.tell('pledge.unpaid', { project, unpaid });
    unit.journal.add('pledge.remind', { facts: { no: project.no, households: unpaid.length } });
  }
}

async function unpaidPledges(unit: Unit, project: Project): Promise<Unpaid[]> {
  const unpaid: { householdId: number; amountFen: number }[] = [];
  for (const { householdId } of await standingPledges(unit, project.id)) {
    const amountFen = openFen(await unit.ledger.standingOf(project.id, householdId));
    if (amountFen > 0) unpaid.push({ householdId, amountFen });
  }
  const bound = await unit.members.boundByHome(unpaid.map(({ householdId }) => householdId));
  const found: Unpaid[] = [];
  for (const { householdId, amountFen } of unpaid) {
    const home = bound.get(householdId) ?? [];
    const [member] = home;
    if (member && !home.some(one => isLeftAlone(one, project.no))) found.push({ userid: member.userid, amountFen });
  }
  return found;
}

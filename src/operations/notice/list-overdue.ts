import { dayMs, dayOf, dayWords, noonOf } from '../../domain/calendar.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import type { Unit } from '../../store/engine/unit.js';
import { statesUnderWay } from '../../domain/lifecycle.js';
import { overdueTasks } from '../works/follow-task.js';
import { refundsOwed } from '../funds/pass-surplus.js';
import { owedBy } from '../../store/notice/to-tell.js';

/** The morning list of overdue disclosures, for the grid's secretary in private; nothing when nothing is overdue, and once a day. */
export async function listOverdue(unit: Unit): Promise<void> {
  const { now } = unit;
  const today = dayOf(now);
  const told = await unit.journal.ofDeed('disclosure.overdue', new Date(now.getTime() - dayMs));
  if (told.some(({ facts }) => facts['day'] === today)) return;

  const lines: string[] = [];
  for (const project of await unit.projects.inStates(statesUnderWay)) {
    const referral = project.state === 'referred' ? project.payerCheck?.referral : undefined;
    if (referral && referral.dueOn < today)
      lines.push(`- ${project.no}号 转给${plain(referral.to, 40)}：应在${dayWords(noonOf(referral.dueOn), now)}前答复`);
    for (const { name, dueAt, unposted } of await owedBy(unit, project)) {
      if (dueAt >= now) continue;
      const how = unposted === undefined ? '发出' : '贴出并发照片';
      lines.push(`- ${project.no}号 ${name}：应在${dayWords(dueAt, now)}前${how}`);
    }
  }
  for (const { projectId, no, dueAt } of await unit.objections.overdue(now)) {
    const project = await unit.projects.byId(projectId);
    // A period until 24:00 ends on the day before.
    const last = dayWords(new Date(dueAt.getTime() - 1), now);
    if (project) lines.push(`- ${project.no}号 第${no}条异议：应在${last}前答复`);
  }
  for (const { no, dueAt } of await unit.credit.overdueAppeals(now))
    lines.push(`- 积分申诉${no}：应在${dayWords(new Date(dueAt.getTime() - 1), now)}前答复，发送“答复申诉${no}：……”`);
  for (const { no, freeFen, dueAt } of await refundsOwed(unit)) {
    const last = dayWords(new Date(dueAt.getTime() - 1), now);
    if (dueAt < now) lines.push(`- ${no}号 余款${yuan(freeFen)}：应在${last}前退清`);
  }
  lines.push(...(await overdueTasks(unit, now)));
  if (lines.length === 0) return;
  await unit.tell('notice.overdue', { lines });
  unit.journal.add('disclosure.overdue', { facts: { day: today, count: lines.length } });
}

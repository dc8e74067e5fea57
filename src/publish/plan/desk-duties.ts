import { dayMs, dayOf, dayWords } from '../../domain/calendar.js';
import type { Owed } from '../../domain/notice/owed-notices.js';
import type { Objection } from '../../store/plan/objection.js';
import type { Project } from '../../store/proposal/project.js';
import type { WorkTable } from '../desk-list.js';

/** The objections that wait for an answer, the most pressing first, each with the days that are left. */
export function objectionsTable(
  objections: readonly { readonly project: Project; readonly objection: Objection }[],
  now: Date,
): WorkTable {
  return {
    title: '等答复的异议',
    empty: '没有等答复的异议。',
    head: ['项目', '异议', '对什么', '内容', '期限'],
    rows: objections
      .toSorted((one, other) => one.objection.dueAt.getTime() - other.objection.dueAt.getTime())
      .map(({ project, objection }) => ({
        cells: [
          `${project.no}号 ${project.title}`,
          `第${objection.no}条`,
          objection.about === 'plan' ? '方案' : '结果',
          objection.text,
          leftWords(objection.dueAt, now),
        ],
        does: [{ deed: 'objection.answer', slots: { no: project.no, objection: objection.no }, title: '答复' }],
      })),
  };
}

/** The notices that are owed, the most pressing first; one that only the group has had can be put up. */
export function owedTable(owed: readonly { readonly project: Project; readonly one: Owed }[], now: Date): WorkTable {
  return {
    title: '该公示的',
    empty: '没有该公示的。',
    head: ['项目', '公示', '期限'],
    rows: owed
      .toSorted((a, b) => a.one.dueAt.getTime() - b.one.dueAt.getTime())
      .map(({ project, one }) => ({
        cells: [`${project.no}号 ${project.title}`, one.name, leftWords(one.dueAt, now)],
        does:
          one.unposted === undefined
            ? []
            : [{ deed: 'notice.post', slots: { notice: one.unposted }, title: '登记已张贴' }],
      })),
  };
}

/** The last day that is in time, and how far away it is; a period ends at the midnight after its last day. */
function leftWords(dueAt: Date, now: Date): string {
  const last = new Date(dueAt.getTime() - 1);
  const day = dayWords(last, now);
  if (dueAt <= now) return `${day}，已过期`;
  // By the calendar, as on the board: from Monday to Thursday there are three days.
  const days = Math.round((Date.parse(dayOf(last)) - Date.parse(dayOf(now))) / dayMs);
  return days === 0 ? `${day}，今天到期` : `${day}，还有${days}天`;
}

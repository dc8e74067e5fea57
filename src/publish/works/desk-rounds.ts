import { dayOf, dayWords, noonOf } from '../../domain/calendar.js';
import { states } from '../../domain/lifecycle.js';
import type { Project } from '../../store/proposal/project.js';
import type { Finding } from '../../store/works/finding.js';
import type { Unit } from '../../store/engine/unit.js';
import type { WorkTable } from '../desk-list.js';

/** The works that a supervisor looks at, with when somebody last did: those that nobody has seen today come first. */
export async function roundsTable(unit: Unit, projects: readonly Project[], now: Date): Promise<WorkTable> {
  const lines = [];
  for (const project of projects) {
    const last = (await unit.works.notes(project.id, 'inspection')).at(-1)?.at ?? null;
    lines.push({ project, last, isSeen: last !== null && dayOf(last) === dayOf(now) });
  }
  return {
    title: '今天的巡查',
    empty: '没有要巡查的工地。',
    head: ['项目', '进度', '上次巡查', '今天'],
    rows: lines
      .toSorted((one, other) => Number(one.isSeen) - Number(other.isSeen))
      .map(({ project: { no, title, state, percent }, last, isSeen }) => ({
        cells: [
          `${no}号 ${title}`,
          `${states[state].said}，完成${percent}%`,
          last ? dayWords(last, now) : '还没有',
          isSeen ? '看过了' : '还没看',
        ],
        does: [
          { deed: 'inspection.report', slots: { no }, title: '记巡查' },
          { deed: 'finding.add', slots: { no }, title: '提整改' },
        ],
      })),
  };
}

const findingStates = { open: '等整改', mended: '说改好了，等复查', closed: '已销号' } as const;

/** What was found and is not seen to be mended, by its day. */
export function findingsTable(
  findings: readonly { readonly project: Project; readonly finding: Finding }[],
  now: Date,
): WorkTable {
  return {
    title: '没销号的整改',
    empty: '没有没销号的整改。',
    head: ['整改', '项目', '内容', '期限', '到哪一步'],
    rows: findings
      .toSorted((one, other) => (one.finding.dueOn < other.finding.dueOn ? -1 : 1))
      .map(({ project, finding: { no, text, dueOn, state } }) => ({
        cells: [
          `整改${no}`,
          `${project.no}号 ${project.title}`,
          text,
          `${dayWords(noonOf(dueOn), now)}${state === 'open' && dueOn < dayOf(now) ? '，已过期' : ''}`,
          findingStates[state],
        ],
        does: state === 'mended' ? [{ deed: 'finding.check', slots: { finding: no }, title: '复查' }] : [],
      })),
  };
}

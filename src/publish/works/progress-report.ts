import { dayWords } from '../../domain/calendar.js';
import type { Verdict } from '../../domain/county/colour.js';
import { plain } from '../../domain/plain-text.js';
import { projectName } from '../../domain/project-words.js';
import type { Project } from '../../store/proposal/project.js';
import type { Milestone } from '../../store/works/milestone.js';
import type { DueProgress } from '../../store/works/due-progress.js';
import type { WorkNote } from '../../store/works/work-note.js';
import { plannedDay, standing } from './board-schedule.js';
import { fill } from '../templates.js';

/**
 * The progress notice (docs/domain.md 18.5): percent, colour word, what changed since the last one, what was done and found, the
 * milestone that comes next, and the next step. Where nothing happened it is one line.
 */
export function progressNotice(due: DueProgress): string {
  const { project, dueAt: at, fresh, percent, percentBefore, milestones, quietDays } = due;
  const said = (kind: WorkNote['kind']): string =>
    fresh
      .filter(note => note.kind === kind)
      .map(note => plain(note.text, 100))
      .join('；');
  const fields = {
    编号: project.no,
    项目名: plain(project.title, 40),
    日期: dayWords(at),
    完成: percent,
    颜色: due.verdict.word,
    下一步: due.next,
  };
  if (quietDays !== null) return fill('进度没有变化', { ...fields, 天数: quietDays });
  return fill('进度公示', {
    ...fields,
    原因: whyNot(due.verdict),
    进度条: bar(percent),
    变化: percentBefore === null ? '' : change(percentBefore, percent),
    进展: said('progress'),
    巡查: said('inspection') || '上次公示后没有巡查记录',
    节点: milestoneWords(milestones, at),
  });
}

/** In order nothing more is said; else why not. */
function whyNot({ colour, reason }: Verdict): string | null {
  return colour === 'green' || colour === 'blue' ? null : plain(reason, 80);
}

/** The supervisors have accepted the works. */
export function acceptanceNotice(
  project: Project,
  { team, signed, next }: { team: number; signed: number; next: string },
): string {
  return fill('验收公示', {
    编号: project.no,
    项目名: plain(project.title, 40),
    监管人数: team,
    签字人数: signed,
    下一步: next,
  });
}

function change(before: number, now: number): string {
  return now === before ? `完成比例没有变，仍是${now}%` : `从${before}%到${now}%`;
}

/** What has been reached lately is said in the reports; here stand the count and the one that comes next. */
export function milestoneWords(milestones: readonly Milestone[], at: Date): string {
  if (milestones.length === 0) return '';
  const next = milestones.find(({ doneAt }) => doneAt === null || doneAt > at);
  const reached = milestones.filter(({ doneAt }) => doneAt !== null && doneAt <= at).length;
  const ahead = next ? `；下一个“${plain(next.name, 20)}”计划${dayWords(plannedDay(next))}，${standing(next, at)}` : '';
  return `${milestones.length}个完成了${reached}个${ahead}`;
}

/** Ten squares: the words beside it say the same. */
function bar(percent: number): string {
  const full = Math.floor(percent / 10);
  return '■'.repeat(full) + '□'.repeat(10 - full);
}

/** That works are done, in the words of the report. */
export function completedWords(
  { no, title }: Project,
  { text, next }: { readonly text: string; readonly next: string },
): string {
  return `${projectName({ no, title }, 40)}已完工：${plain(text, 100)}。下一步：${next}。`;
}

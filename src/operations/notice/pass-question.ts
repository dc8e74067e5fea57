import { dayMs } from '../../domain/calendar.js';
import { workdaysEnd } from '../../domain/periods.js';
import { rulesAt } from '../../domain/rules.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';

interface OpenQuestion {
  readonly project: Project;
  /** What is asked: `finish`, `team`, `plan` … */
  readonly about: string;
  /** The question in words, for the secretary. */
  readonly words: string;
}

/**
 * What has not been published is passed on to the grid's secretary, in private and once a day whoever asks, with the day by
 * which it has to be answered: that day is the answer for now.
 */
export async function passQuestion(unit: Unit, { project, about, words }: OpenQuestion): Promise<Date> {
  const dueAt = workdaysEnd(unit.now, rulesAt(unit.now).questionWorkdays);
  const asked = await unit.journal.ofDeed('question.pass', new Date(unit.now.getTime() - dayMs));
  const isKnown = asked.some(({ facts }) => facts['no'] === project.no && facts['about'] === about);
  if (isKnown) return dueAt;
  await unit.tell('notice.questioned', { words });
  unit.journal.add('question.pass', { facts: { no: project.no, about, dueAt } });
  return dueAt;
}

import { plain } from '../../domain/plain-text.js';
import { monthFigureWords } from '../../domain/works/month-figures.js';
import type { Project } from '../../store/proposal/project.js';
import type { TeamMonth } from '../../store/works/team-month.js';
import { fill } from '../templates.js';

/** The monthly report of a supervision team of that many, as everybody reads it; who signed is counted, and nobody is named. */
export function monthNotice({ no, title }: Project, { month, people, figures }: TeamMonth, team: number): string {
  return fill('监管月报', {
    编号: no,
    项目名: plain(title, 40),
    年: Number(month.slice(0, 4)),
    月: Number(month.slice(5)),
    内容: monthFigureWords(figures),
    监管人数: team,
    签字人数: people.length,
  });
}

import { dayWords, noonOf } from '../../domain/calendar.js';
import type { KeyLine, WallLine } from '../../store/county/wall-chart.js';
import { paints } from '../paints.js';
import { Paper } from '../picture-paper.js';
import { moneyWords, milestoneWords } from './wall-words.js';

/** The wall chart of a grid for the group, as it stands this Monday. */
export async function wallPicture({ grid, year, key }: WallLine & { key: KeyLine }, at: Date): Promise<Buffer> {
  const { project, verdict, percent, milestones, leader } = key;
  const paper = new Paper().band(grid.name, `${year}年度攻坚项目`);
  paper.words(`${project.no}号 ${project.title}`, { size: 44, bold: true });
  paper.gap(8).pair(verdict.word, `完成${percent}%`, { size: 40, bold: true, dot: paints[verdict.colour] });
  paper.bar([{ value: percent, paint: paints[verdict.colour] }], 100);
  paper.words(verdict.reason, { lines: 4 }).rule();
  paper.words(`目标：${key.key.goal}`, { lines: 4 });
  if (key.key.baseline) paper.words(`现状：${key.key.baseline}`, { lines: 3 });
  paper.words(`期限：${dayWords(noonOf(key.key.deadline), at)}`);
  paper.words(`牵头：${leader}`);
  paper.words(moneyWords(key.receivedFen, project.budgetFen));
  if (milestones.length > 0) paper.rule();
  for (const step of milestones)
    paper.words(milestoneWords(step, at), { size: 30, paint: step.doneAt ? paints.green : paints.ink, lines: 2 });
  return paper.toPng();
}

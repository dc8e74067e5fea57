import { defineIntent, projectNo } from '../../src/talk/intent.js';
import { monthTold } from '../../src/domain/calendar.js';
import { monthFigureWords } from '../../src/domain/works/month-figures.js';
import { newestMonth } from '../../src/operations/works/team-month.js';

export default defineIntent({
  pattern: /^(?:看看?)?(?<no>[\d０-９]{1,7})号(?:项目)?的?监管(?:小组)?月报[。！!？?]*$/u,
  slots: { no: projectNo },
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看监管小组上个月看了几天、查出什么、改好没有', say: '12号监管月报' },
  async handle({ unit, slots: { no } }) {
    const { report } = await newestMonth(unit, no);
    const signed = report.postedAt === null ? `，${report.people.length}人已签字，签完在群里公布` : '';
    return `${no}号${monthTold(report.month)}监管月报：${monthFigureWords(report.figures)}${signed}。`;
  },
});

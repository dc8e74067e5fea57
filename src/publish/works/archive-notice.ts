import { dayWords } from '../../domain/calendar.js';
import { summaryOf } from '../../domain/funds/ledger.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import type { Unit } from '../../store/engine/unit.js';
import type { Project } from '../../store/proposal/project.js';
import { threeNumbers } from '../funds/funds-report.js';
import { fill } from '../templates.js';

/** A project is over for good: told once, with what was reached and what it cost. */
export async function archiveNotice(unit: Unit, project: Project, now: Date): Promise<string> {
  const summary = summaryOf(await unit.ledger.balances(project.id));
  const ratings = await unit.works.ratings(project.id);
  const stars = ratings.reduce((sum, { score: given }) => sum + given, 0);
  return fill('项目归档', {
    编号: project.no,
    项目名: plain(project.title, 60),
    日期: dayWords(now),
    完成: project.percent,
    三个数: threeNumbers(summary),
    实际: yuan(summary.spentFen),
    余款: summary.unclaimedFen > 0 ? `还有${yuan(summary.unclaimedFen)}退款没人领，随时可以找出纳。` : '',
    评价: ratings.length > 0 ? `${(stars / ratings.length).toFixed(1)}分（${ratings.length}户）` : '',
  });
}

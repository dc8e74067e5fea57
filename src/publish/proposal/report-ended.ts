import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';
import { toReporters } from './report-words.js';

export default tells<'proposal.report-ended'>(async (unit, { report }, { by }) => {
  const reason = report.reason ?? '';
  const words =
    report.state === 'solved' ? `办好了：${plain(reason, 200)}` : `不归本网格管，归${plain(reason, 60)}，请直接找他们`;
  return toReporters(unit, report, { words: `${words}。谢谢您告诉大家`, by });
});

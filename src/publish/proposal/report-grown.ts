import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';
import { toReporters } from './report-words.js';

export default tells<'proposal.report-grown'>(async (unit, { report, project, title, count }, { by }) =>
  toReporters(unit, report, {
    words: `已转成${project.no}号提案「${plain(title, 40)}」，绑定了住户的报事人各算附议一户，共${count}户`,
    by,
  }),
);

import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';
import { toReporters } from './report-words.js';

export default tells<'proposal.report-answered'>(async (unit, { report }, { by }) =>
  toReporters(unit, report, { words: `的答复：${plain(report.answer ?? '', 200)}`, by }),
);

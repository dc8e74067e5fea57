import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';
import { ownerBut, reportName } from './report-words.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'proposal.report-withdrawn'>(async (_unit, { report, words }, { by }) => [
  {
    members: ownerBut(report, by),
    text: `${reportName(report)}报的人撤回了：“${plain(words, 60)}”，不用再办。`,
    about: { topic: topics.reportOwner(report) },
  },
]);

import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';
import { ownerBut, reportName } from './report-words.js';

export default tells<'proposal.report-added'>(async (_unit, { report, words }, { by }) => [
  {
    members: ownerBut(report, by),
    text: `${reportName(report)}的报事人补充说“${plain(words, 100)}”，私聊发送“报事${report.no}”看。`,
    about: { topic: `report-added/${report.id}` },
  },
]);

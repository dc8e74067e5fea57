import { tells } from '../tells.js';
import { ownerBut, reportName } from './report-words.js';

export default tells<'proposal.report-pictured'>(async (_unit, { report, count }, { by }) => [
  {
    members: ownerBut(report, by),
    text: `${reportName(report)}的报事人补了${count}张照片，私聊发送“报事${report.no}”看。`,
    about: { topic: `report-photo/${report.id}` },
  },
]);

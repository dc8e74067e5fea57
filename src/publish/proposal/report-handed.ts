import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';
import { ownerBut, reportName } from './report-words.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'proposal.report-handed'>(async (unit, { report }, { by }) => {
  const [first] = await unit.reports.voices(report.id);
  const { no } = report;
  const text = `${reportName(report)}转给您了：“${plain(first?.words ?? '', 100)}”。请发送“报事${no}答复：……”，办好发送“报事${no}办好了：……”。`;
  return [{ members: ownerBut(report, by), text, about: { topic: topics.reportOwner(report) } }];
});

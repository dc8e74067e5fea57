import { momentWords } from '../../domain/calendar.js';
import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';
import { reportName } from './report-words.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'proposal.report-opened'>(async (_unit, told, { now }) => {
  const { report, owners, isResident, words, photos, isUrgent } = told;
  const who = isResident ? '住户' : '一位还没绑定住户的人';
  const photo = photos > 0 ? `（有${photos}张照片）` : '';
  const text = [
    `${isUrgent ? '【急】' : ''}${reportName(report)}归您管：${who}说“${plain(words, 100)}”${photo}。`,
    `请在${momentWords(new Date(report.dueAt.getTime() - 60_000), now)}前答复，发送“报事${report.no}答复：……”；办好发送“报事${report.no}办好了：……”，不归您管发送“报事${report.no}转给……”。`,
  ].join('\n');
  return [{ members: owners, text, isUrgent, about: { topic: topics.reportOwner(report) } }];
});

import { dayWords } from '../../domain/calendar.js';
import type { RoleId } from '../../domain/permissions.js';
import { tells } from '../tells.js';
import { reportName } from './report-words.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'proposal.report-late'>(async (unit, { report }, { now }) => {
  const { no, state, dueAt, climbed, ownedBy } = report;
  const last = dayWords(new Date(dueAt.getTime() - 1), now);
  const owed = state === 'open' ? `应在${last}前答复，还没有答复` : `应在${last}前办结，还没有办结`;
  const where = climbed === 2 ? '已列入调度。' : '';
  const text = `${reportName(report)}${owed}。${where}请发送“报事${no}答复：……”或“报事${no}办好了：……”，不归这里管的发送“报事${no}归……管”。`;
  const roles: readonly RoleId[] = climbed === 1 ? ['grid_secretary'] : ['grid_secretary', 'community_secretary'];
  const secretaries = await Promise.all(roles.map(role => unit.members.withRole(role)));
  const members = new Set([...(ownedBy === null ? [] : [ownedBy]), ...secretaries.flat()]);
  return [{ members: [...members], text, about: { topic: topics.reportOwner(report) } }];
});

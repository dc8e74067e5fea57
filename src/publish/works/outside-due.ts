import { dayWords } from '../../domain/calendar.js';
import { secretaries } from '../../domain/permissions.js';
import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'works.outside-due'>(async (unit, { task }, { now }) => {
  const asker = await unit.members.byId(task.askedById);
  const isLate = task.dueAt <= now;
  const day = isLate ? `应在${dayWords(task.dueAt, now)}前答复，已过期` : `${dayWords(task.dueAt, now)}前要答复`;
  const party = plain(task.party, 20);
  const text = `请办${task.no}：${party}还没有答复，${day}。请催一催，可以转发：“${party}您好，请您办的“${plain(task.what, 60)}”请在原来的链接里答复。”链接找不到了，发送“请办${task.no}重发”。`;
  const to = new Set(asker && asker.erasedAt === null && asker.leftAt === null ? [asker.userid] : []);
  if (isLate || to.size === 0) for (const userid of await unit.members.withAnyRole(secretaries)) to.add(userid);
  return [{ members: [...to], text, about: { topic: topics.outside(task) } }];
});

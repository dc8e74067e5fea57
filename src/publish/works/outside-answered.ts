import { yuan } from '../../domain/money.js';
import { secretaries } from '../../domain/permissions.js';
import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'works.outside-answered'>(async (unit, { task, text, quoteFen, files }) => {
  const asker = await unit.members.byId(task.askedById);
  const to = new Set(asker && asker.erasedAt === null ? [asker.userid] : []);
  for (const userid of await unit.members.withAnyRole(secretaries)) to.add(userid);
  const price = quoteFen === null ? '' : `，报价${yuan(quoteFen)}`;
  const sent = files === 0 ? '' : `，带了${files}个文件`;
  const said = `${plain(task.party, 20)}答复了请办${task.no}：“${plain(text, 200)}”${price}${sent}。发送“请办${task.no}”看，办完了发送“请办${task.no}办结”。`;
  return [{ members: [...to], text: said, about: { topic: topics.outside(task) } }];
});

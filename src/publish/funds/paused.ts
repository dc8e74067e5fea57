import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'funds.paused'>(async (unit, { request }) => {
  const asker = await unit.members.byId(request.askedById);
  const text = `您的支出申请${request.no}被监管小组暂缓：${plain(request.holdReason ?? '', 100)}。请说明或更正。`;
  return [{ members: asker ? [asker.userid] : [], text, about: { topic: topics.hold(request) } }];
});

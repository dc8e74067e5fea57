import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';

export default tells<'credit.answered'>(async (unit, { appeal }) => {
  const asker = await unit.members.byId(appeal.memberId);
  const text = `您的积分申诉${appeal.no}，书记答复：${plain(appeal.answer ?? '', 500)}`;
  return [{ members: asker && !asker.erasedAt ? [asker.userid] : [], text, about: 'plain fact' }];
});

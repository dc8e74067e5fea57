import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';

/** Whoever asked for it hears so, unless it was they who took it back. */
export default tells<'funds.refused'>(async (unit, { request }, { by }) => {
  const asker = await unit.members.byId(request.askedById);
  const text = `支出申请${request.no}退回了：${plain(request.refusedReason ?? '', 100)}。改好后请重新申请，原来的凭据照片可以再用。`;
  return [{ members: asker && asker.userid !== by ? [asker.userid] : [], text, about: 'plain fact' }];
});

import { tells } from '../tells.js';
import { offerWords } from './offer-words.js';

/** The giver is thanked. */
export default tells<'pledge.fulfilled'>(async (unit, { project, offer }) => {
  const giver = await unit.members.byId(offer.memberId);
  const came = offer.kind === 'goods' ? '收到了' : '做完了';
  return [
    {
      members: giver && giver.erasedAt === null ? [giver.userid] : [],
      text: `您家给${project.no}号的${offerWords(offer)}，${came}，已登记。谢谢您！`,
      about: 'plain fact',
    },
  ];
});

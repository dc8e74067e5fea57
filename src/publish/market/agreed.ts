import { bases } from '../../domain/market/market.js';
import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';

/** The contact has to declare what is shared, unless the share is a fixed sum. */
export default tells<'market.agreed'>(async (_, { agreement, space, contact }) => {
  const { no, basis, cycle } = agreement;
  return [
    {
      members: contact && basis !== 'fixed' ? [contact.userid] : [],
      text: `公益协议${no}（${plain(space.name, 40)}）已登记，您是联系人。每${cycle === 'month' ? '月' : '季度'}过完，请在私聊里发送“公益协议${no}申报3月${bases[basis]}12000元”；条款发送“公益协议${no}”看。`,
      about: 'plain fact',
    },
  ];
});

import { bases } from '../../domain/market/market.js';
import { may } from '../../domain/permissions.js';
import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';

/** The contact has to declare what is shared, unless the share is a fixed sum. */
export default tells<'market.agreed'>(async (unit, { agreement, space, contact }) => {
  const { no, basis, cycle } = agreement;
  const declares = contact !== null && may(await unit.members.view(contact.userid), 'market.declare');
  const how = declares
    ? `请在私聊里发送“公益协议${no}申报3月${bases[basis]}12000元”`
    : `请把${bases[basis]}告诉网格书记或网格员，由他们申报`;
  return [
    {
      members: contact && basis !== 'fixed' ? [contact.userid] : [],
      text: `公益协议${no}（${plain(space.name, 40)}）已登记，您是联系人。每${cycle === 'month' ? '月' : '季度'}过完${how}。`,
    },
  ];
});

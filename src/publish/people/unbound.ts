import { placeWords } from '../../domain/masking.js';
import { whoAsks } from '../../domain/people/identity.js';
import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';

export default tells<'people.unbound'>(async (unit, { homes, bound, isSelf, reason, polls }) => {
  const why = reason === undefined ? '' : `，原因：${plain(reason, 60)}`;
  const votes = polls.length > 0 ? `在${polls.map(no => `${no}号`).join('、')}投的票不再算，` : '';
  const others = await unit.members.boundTo(homes.map(({ id }) => id));
  return [
    {
      members: isSelf ? [] : [bound.userid],
      text: `您和${homes.map(placeWords).join('、')}的绑定已经解除${why}。${votes}不对的话请找楼长或网格书记，重新绑定发送“我是几号楼几单元几室的谁”。`,
      about: 'plain fact',
    },
    {
      members: others.map(({ userid }) => userid),
      text: `${whoAsks(bound)}和您家的绑定已经解除${why}。${polls.length > 0 ? `${votes}您家可以重新投。` : ''}`,
      about: 'plain fact',
    },
  ];
});

import { placeWords } from '../../domain/masking.js';
import { tells } from '../tells.js';

export default tells<'people.several-homes'>(async (_unit, { member: { userid, name }, homes, home, other }) => [
  {
    members: [userid],
    text: `花名册上您有${homes.length}户：${homes.map(placeWords).join('、')}。现在替${placeWords(home)}办事；要替另一户投票或认捐，请先私聊发送“我是${placeWords(other)}的${name}”。`,
    about: 'plain fact',
  },
]);

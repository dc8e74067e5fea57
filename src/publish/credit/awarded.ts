import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';

export default tells<'credit.awarded'>(async (_unit, { receiver, points, reason }) => [
  { members: [receiver.userid], text: `您得了${points}分积分：${plain(reason, 100)}。谢谢您！`, about: 'plain fact' },
]);

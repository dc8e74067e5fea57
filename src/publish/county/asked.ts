import { dayWords, noonOf } from '../../domain/calendar.js';
import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'county.asked'>(async (_unit, { action, owner }, { now }) => [
  {
    members: [owner.userid],
    text: `调度会请您${dayWords(noonOf(action.dueOn), now)}前办：${plain(action.what, 100)}。办好后请发送“销号${action.no}：怎么办的”，可以先发照片。`,
    about: { topic: topics.action(action) },
  },
]);

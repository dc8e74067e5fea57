import { dayWords, endOfDay } from '../../domain/calendar.js';
import { stepWords } from '../../domain/next-words.js';
import { morningList } from '../../store/notice/posts.js';
import { tells } from '../tells.js';

const mostLines = 6;

export default tells<'people.due'>(async (_unit, { userid, due }, { now }) => {
  const rest = due.length > mostLines ? [`还有${due.length - mostLines}件。`] : [];
  const text = [
    `${dayWords(now)}早上等您办的${due.length}件：`,
    ...due.slice(0, mostLines).map(one => `- ${one.about}${stepWords(one, now)}`),
    ...rest,
    '发送“待办”，回复数字就办。',
  ].join('\n');
  return [{ members: [userid], text, about: { topic: morningList, until: endOfDay(now) } }];
});

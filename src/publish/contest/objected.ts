import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';
import { objectionWords } from './contest-notice.js';

export default tells<'contest.objected'>(async (_unit, { organiser, objections }, { now }) =>
  objections.map(one => ({
    members: [organiser],
    text: objectionWords(one, now),
    about: { topic: topics.contestObjection(one) },
  })),
);

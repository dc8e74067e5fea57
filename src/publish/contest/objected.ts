import { tells } from '../tells.js';
import { objectionWords } from './contest-notice.js';

export default tells<'contest.objected'>(async (_unit, { organiser, objections }, { now }) => [
  { members: [organiser], text: objectionWords(objections, now) },
]);

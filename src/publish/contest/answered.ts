import { tells } from '../tells.js';
import { answerWords } from './contest-notice.js';

export default tells<'contest.answered'>(async (_unit, { userid, ...answered }) => [
  { members: [userid], text: answerWords(answered), about: 'plain fact' },
]);

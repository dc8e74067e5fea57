import { tells } from '../tells.js';
import { reminderNotice } from './poll-notice.js';

export default tells<'poll.reminded'>(async (_unit, { poll, tally }, { now }) => [
  { group: reminderNotice(poll, tally, now) },
]);

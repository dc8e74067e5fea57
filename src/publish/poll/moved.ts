import { noticeOrPost, projectOf, tells } from '../tells.js';
import { openingNotice } from './poll-notice.js';

export default tells<'poll.moved'>(async (unit, { poll }, { now }) =>
  noticeOrPost(await projectOf(unit, poll), {
    kind: 'poll',
    occasion: `moved ${poll.id} ${poll.closesAt.toISOString()}`,
    text: `${poll.no}号表决改了截止时间，以这次通知为准。\n${openingNotice(poll, now)}`,
  }),
);

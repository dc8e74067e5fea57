import { noticeOrPost, tells } from '../tells.js';
import { openingNotice } from './poll-notice.js';

export default tells<'poll.opened'>(async (_unit, { poll, project }, { now }) =>
  noticeOrPost(project, { kind: 'poll', occasion: `poll ${poll.id}`, text: openingNotice(poll, now) }),
);

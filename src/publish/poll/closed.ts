import { noticeOrPost, tells } from '../tells.js';
import { resultNotice } from './poll-notice.js';

export default tells<'poll.closed'>(async (_unit, { poll, project, tally }) =>
  noticeOrPost(project, { kind: 'result', occasion: `poll ${poll.id}`, text: resultNotice(poll, project, tally) }),
);

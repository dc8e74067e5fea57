import { noticeOrPost, projectOf, tells } from '../tells.js';
import { extensionNotice } from './poll-notice.js';

export default tells<'poll.extended'>(async (unit, { poll }, { now }) =>
  noticeOrPost(await projectOf(unit, poll), {
    kind: 'poll',
    occasion: `extended ${poll.id}`,
    text: extensionNotice(poll, now),
  }),
);

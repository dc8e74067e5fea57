import { noticeOrPost, projectOf, tells } from '../tells.js';
import { meetingNotice } from './meeting-notice.js';

export default tells<'meeting.called'>(async (unit, { meeting }, { now }) =>
  noticeOrPost(await projectOf(unit, meeting), {
    kind: 'meeting',
    occasion: `call ${meeting.id}`,
    text: meetingNotice(meeting, now),
  }),
);

import { noticeOrPost, projectOf, tells } from '../tells.js';
import { meetingNotice } from './meeting-notice.js';

export default tells<'meeting.moved'>(async (unit, { meeting }, { now }) =>
  noticeOrPost(await projectOf(unit, meeting), {
    kind: 'meeting',
    occasion: `move ${meeting.id} ${meeting.startsAt.toISOString()}`,
    text: `${meeting.no}号议事会改期，以这次通知为准。\n${meetingNotice(meeting, now)}`,
  }),
);

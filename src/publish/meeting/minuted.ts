import { noticeOrPost, projectOf, tells } from '../tells.js';
import { minutesNotice } from './meeting-notice.js';

export default tells<'meeting.minuted'>(async (unit, { meeting, present }, { now }) =>
  noticeOrPost(await projectOf(unit, meeting), {
    kind: 'meeting',
    occasion: `minutes ${meeting.id}`,
    text: minutesNotice(meeting, present, now),
  }),
);

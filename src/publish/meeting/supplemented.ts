import { noticeOrPost, projectOf, tells } from '../tells.js';
import { additionNotice } from './meeting-notice.js';

export default tells<'meeting.supplemented'>(async (unit, { meeting, added, at }) =>
  noticeOrPost(await projectOf(unit, meeting), {
    kind: 'meeting',
    occasion: `minutes ${meeting.id} ${at.toISOString()}`,
    text: additionNotice(meeting, added),
  }),
);

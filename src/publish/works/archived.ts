import { tells } from '../tells.js';
import { archiveNotice } from './archive-notice.js';

export default tells<'works.archived'>(async (unit, { project }, { now }) => [
  { notice: { project, kind: 'final', occasion: 'archive', text: await archiveNotice(unit, project, now) } },
]);

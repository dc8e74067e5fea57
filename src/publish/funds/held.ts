import { rulesAt } from '../../domain/rules.js';
import { tells } from '../tells.js';
import { unclaimedNotice } from './final-notices.js';

/** Nobody is named. */
export default tells<'funds.held'>(async (_unit, { project, entry }, { now }) => [
  {
    notice: {
      project,
      kind: 'funds',
      occasion: `entry ${entry.no}`,
      text: unclaimedNotice(project, rulesAt(now), now),
    },
  },
]);

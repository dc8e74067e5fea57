import { tells } from '../tells.js';
import { referralNotice, toGroupAndProposer } from './referral-words.js';

export default tells<'plan.referred'>(async (unit, { project }, { by, now }) =>
  toGroupAndProposer(unit, project, { text: referralNotice(project, 'referred', now), by }),
);

import { tells } from '../tells.js';
import { referralNotice, toGroupAndProposer } from './referral-words.js';

export default tells<'plan.referral-done'>(async (unit, { project, how }, { by, now }) =>
  toGroupAndProposer(unit, project, { text: referralNotice(project, { done: how }, now), by }),
);

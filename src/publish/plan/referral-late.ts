import { tells } from '../tells.js';
import { overdueHint, referralNotice } from './referral-words.js';

/** The group hears that there is no answer yet, and the secretaries in private what they may do about it. */
export default tells<'plan.referral-late'>(async (unit, { project }, { now }) => [
  { group: referralNotice(project, 'overdue', now) },
  {
    members: await unit.members.withRole('grid_secretary'),
    text: overdueHint(project),
    about: { topic: `referral/${project.id}` },
  },
]);

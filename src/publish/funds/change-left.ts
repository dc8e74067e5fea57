import { yuan } from '../../domain/money.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

/** Silence means that it is refunded. */
export default tells<'funds.change-left'>(async (unit, { project, shares }) => {
  const bound = await unit.members.boundByHome(shares.map(({ householdId }) => householdId));
  return shares.map(({ householdId, amountFen }) => ({
    members: (bound.get(householdId) ?? []).map(({ userid }) => userid),
    text: `${project.no}号决算，退您家${yuan(amountFen)}。不想为零头跑一趟，可以发送“${project.no}号零头留给下个项目”；不发就照常退。`,
    about: { topic: topics.change(project) },
  }));
});

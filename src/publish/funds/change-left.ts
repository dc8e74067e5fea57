import { yuan } from '../../domain/money.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

/** Silence means that it is refunded. */
export default tells<'funds.change-left'>(async (unit, { project, shares }) => {
  const fen = new Map(shares.map(({ householdId, amountFen }) => [householdId, amountFen]));
  const members = await unit.members.boundTo([...fen.keys()]);
  return members.map(({ userid, householdId }) => ({
    members: [userid],
    text: `${project.no}号决算，退您家${yuan(fen.get(householdId ?? 0) ?? 0)}。不想为零头跑一趟，可以发送“${project.no}号零头留给下个项目”；不发就照常退。`,
    about: { topic: topics.change(project) },
  }));
});

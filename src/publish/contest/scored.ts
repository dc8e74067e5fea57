import { tells } from '../tells.js';
import { contestDraft } from './contest-notice.js';

/** The organiser sees the draft first. */
export default tells<'contest.scored'>(async (unit, { contest }) => {
  const organiser = await unit.members.byId(contest.openedById);
  if (!organiser) return [];
  const next = `没有问题就发送“擂台赛第${contest.edition}届公示”。`;
  return [{ members: [organiser.userid], text: `${await contestDraft(unit, contest)}\n${next}` }];
});

import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';
import { contestDraft } from './contest-notice.js';

/** The organiser sees the draft first. */
export default tells<'contest.scored'>(async (unit, { contest }) => {
  const organiser = await unit.members.byId(contest.openedById);
  if (!organiser) return [];
  const next = `没有问题就发送“擂台赛第${contest.edition}届公示”。`;
  const text = `${await contestDraft(unit, contest)}\n${next}`;
  return [{ members: [organiser.userid], text, about: { topic: topics.contest(contest) } }];
});

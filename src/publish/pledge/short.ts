import { topics } from '../../store/notice/topics.js';
import { tells } from '../tells.js';
import { shortfallWords } from './shortfall-words.js';

/** The secretaries hear in private what may be done where a round's money falls short (docs/domain.md 6.5). */
export default tells<'pledge.short'>(async (unit, { project, gapFen }, { now }) => [
  {
    members: await unit.members.withRole('grid_secretary'),
    text: shortfallWords(project, gapFen, now),
    about: { topic: topics.ways(project) },
  },
]);

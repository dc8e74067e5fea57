import { tells } from '../tells.js';
import { contestNotice } from './contest-notice.js';

export default tells<'contest.shown'>(async (unit, { contest }, { now, boardUrl }) => [
  { group: await contestNotice(unit, contest, boardUrl(), now) },
]);

import type { Saying } from '../../store/notice/saying.js';
import { tells } from '../tells.js';
import { pointsList, pointsSample } from './points-list.js';

/** The list is for everybody; the tenth that is checked goes to the supervisors in private. */
export default tells<'credit.month'>(async (unit, { points }, { now }) => {
  const said: Saying[] = points.totals.length > 0 ? [{ group: pointsList(points, now) }] : [];
  if (points.sample.length === 0) return said;
  return [
    ...said,
    { members: await unit.members.withRole('supervisor'), text: pointsSample(points, now), about: 'plain fact' },
  ];
});

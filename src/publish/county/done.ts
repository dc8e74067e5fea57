import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

/** A secretary has to check it, and not the one who did it. */
export default tells<'county.done'>(async (unit, { action }, { by }) => [
  {
    members: (await unit.members.withRole('grid_secretary')).filter(userid => userid !== by),
    text: `调度事项${action.no}说办好了：${plain(action.evidence ?? '', 100)}。请另一位核实后发送“销号${action.no}核实”。`,
    about: { topic: topics.action(action) },
  },
]);

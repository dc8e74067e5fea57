import { dayOf, endOfDay } from '../../domain/calendar.js';
import { maskName } from '../../domain/masking.js';
import { plain } from '../../domain/plain-text.js';
import { unwatchedOn } from '../../domain/works/duty.js';
import { fill } from '../templates.js';
import { tells } from '../tells.js';

/** Everybody hears of it without a name; the secretaries hear in private whose turn it is. */
export default tells<'works.unwatched'>(async (unit, { project, days, onDuty }, { now }) => {
  const { id, no, title } = project;
  const text = fill('无人巡查', { 编号: no, 项目名: plain(title, 40), 天数: days });
  const turn = onDuty ? `今天轮到${maskName(onDuty.name)}。` : '';
  return [
    { notice: { project, kind: 'plan', occasion: unwatchedOn(dayOf(now)), text } },
    {
      members: await unit.members.withAnyRole(['grid_secretary', 'community_secretary']),
      text: `${no}号连续${days}个工作日没有人巡查。${turn}请督促监管小组去看，或换人：发送“${no}号监管小组：……”。`,
      about: { topic: `unwatched/${id}`, until: endOfDay(now) },
    },
  ];
});

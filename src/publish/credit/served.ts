import { hoursWords } from '../../domain/credit/service.js';
import { maskName } from '../../domain/masking.js';
import { plain } from '../../domain/plain-text.js';
import type { Saying } from '../../store/notice/saying.js';
import { tells } from '../tells.js';

/** Each volunteer hears of the own hours; the secretary hears where the same two confirm each other again and again. */
export default tells<'credit.served'>(async (unit, { session, shifts, flagged }, { by }) => {
  const volunteers = await unit.members.byIds(shifts.map(({ memberId }) => memberId));
  const said: Saying[] = volunteers.map(({ userid, id }) => {
    const own = shifts.filter(({ memberId }) => memberId === id).reduce((sum, shift) => sum + shift.halfHours, 0);
    const text = `您参加“${plain(session.title, 60)}”的${hoursWords(own)}已确认，谢谢您！发送“我的志愿时长”看合计。`;
    return { members: [userid], text, about: 'plain fact' };
  });
  if (flagged === 0) return said;
  const { name } = await unit.members.view(by);
  const text = `志愿活动${session.no}：${maskName(name)}和同一人本月互相确认次数偏多，请核实。`;
  return [...said, { members: await unit.members.withRole('grid_secretary'), text, about: 'plain fact' }];
});

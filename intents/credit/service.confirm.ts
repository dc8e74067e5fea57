import { maskName } from '../../src/domain/masking.js';
import { plain } from '../../src/domain/plain-text.js';
import { hoursWords } from '../../src/domain/credit/service.js';
import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { confirmService } from '../../src/operations/credit/confirm-service.js';

export default defineIntent({
  group: '积分',
  phrases: [],
  pattern: /^(?:确认|证明)志愿(?:活动)?(?<no>[\d０-９]{1,5})(?:号)?[。！!]*$/u,
  slots: { no: wholeNumber('请问是几号志愿活动？', 1, 99_999) },
  permission: 'service.attend',
  help: '组织的人和一起参加的一个人都确认，时长才算，例如“确认志愿1”；自己和自家人的由别人确认',
  async handle({ unit, member, slots, now }) {
    const { session, shifts, halfHours, waiting, flagged } = await confirmService(unit, {
      member,
      no: slots.no,
      now,
    });
    const volunteers = await unit.members.byIds(shifts.map(({ memberId }) => memberId));
    for (const { userid, id } of volunteers) {
      const own = shifts.filter(({ memberId }) => memberId === id).reduce((sum, shift) => sum + shift.halfHours, 0);
      const text = `您参加“${plain(session.title, 60)}”的${hoursWords(own)}已确认，谢谢您！发送“我的志愿时长”看合计。`;
      await unit.posts.toMember(userid, text, now);
    }
    if (flagged > 0) {
      const note = `志愿活动${session.no}：${maskName(member.name)}和同一人本月互相确认次数偏多，请核实。`;
      for (const userid of await unit.members.withRole('grid_secretary')) await unit.posts.toMember(userid, note, now);
    }
    const done = shifts.length > 0 ? `已确认${shifts.length}人次，共${hoursWords(halfHours)}。谢谢大家！` : '';
    const half = `您的确认已记下（${waiting}人次），再由另一人确认一次才算：组织的人和一起参加的人各发一次“确认志愿${session.no}”。`;
    return waiting > 0 ? `${done}${half}` : done;
  },
});

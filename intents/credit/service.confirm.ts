import { hoursWords } from '../../src/domain/credit/service.js';
import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { confirmService } from '../../src/operations/credit/confirm-service.js';

export default defineIntent({
  pattern: /^(?:确认|证明)志愿(?:活动)?(?<no>[\d０-９]{1,5})(?:号)?[。！!]*$/u,
  slots: { no: wholeNumber('请问是几号志愿活动？', 1, 99_999) },
  permission: 'service.attend',
  help: {
    title: '确认志愿时长',
    when: '组织的人和一起参加的一个人都确认，时长才算',
    say: '确认志愿1',
    more: '自己和自家人的由别人确认',
  },
  async handle({ unit, member, slots }) {
    const { session, count, halfHours, waiting } = await confirmService(unit, {
      member,
      no: slots.no,
    });
    const done = count > 0 ? `已确认${count}人次，共${hoursWords(halfHours)}。谢谢大家！` : '';
    const half = `您的确认已记下（${waiting}人次），再由另一人确认一次才算：组织的人和一起参加的人各发一次“确认志愿${session.no}”。`;
    return waiting > 0 ? `${done}${half}` : done;
  },
});

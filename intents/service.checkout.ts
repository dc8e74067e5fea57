import { plain } from '../src/domain/plain-text.js';
import { hoursWords } from '../src/domain/service.js';
import { defineIntent, optional, words } from '../src/intent.js';
import { checkOut } from '../src/operations/serve.js';

export default defineIntent({
  group: '积分',
  phrases: [],
  pattern: /^(?:志愿)?签退[:：，,\s]*(?<code>[\d０-９]{4})?(?:了)?[。！!]*$/u,
  slots: { code: optional(words('', 4)) },
  permission: 'service.attend',
  help: '志愿活动做完离开，发送“签退 1234”',
  async handle({ unit, member, slots, now, messageId }) {
    const code = slots.code?.normalize('NFKC');
    const { session, shift } = await checkOut(unit, { member, code, now, messageId });
    const title = plain(session.title, 60);
    return shift.halfHours === 0
      ? `签退成功：${title}。不到半小时，或者今天的时长已经记满，这次不记时长。谢谢您！`
      : `签退成功：${title}，${hoursWords(shift.halfHours)}，等组织的人或一起参加的人确认。谢谢您！`;
  },
});

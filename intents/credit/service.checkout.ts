import { plain } from '../../src/domain/plain-text.js';
import { Refusal } from '../../src/domain/refusal.js';
import { hoursWords, wrongCodeWords } from '../../src/domain/credit/service.js';
import { defineIntent, optional, words } from '../../src/talk/intent.js';
import { checkOut } from '../../src/operations/credit/serve.js';

export default defineIntent({
  pattern: /^(?:志愿)?签退[:：，,\s]*(?<code>[\d０-９]{4})?(?:了)?[。！!]*$/u,
  slots: { code: optional(words('', 4)) },
  permission: 'service.attend',
  binds: 'household',
  help: {
    title: '志愿活动签退',
    when: '志愿活动做完离开，私聊',
    say: '签退 1234',
  },
  async handle({ unit, member, slots, chat }) {
    if (chat.kind === 'group') throw new Refusal('service.inGroup', {});
    const code = slots.code?.normalize('NFKC');
    if (code === undefined) return '签退也要码。请向组织的人问那四位数字，一起发来，例如“签退 1234”。';
    const out = await checkOut(unit, { member, code });
    if ('left' in out) return wrongCodeWords(out.left);
    const { session, shift } = out;
    const title = plain(session.title, 60);
    return shift.halfHours === 0
      ? `签退成功：${title}。不到半小时，或者今天的时长已经记满，这次不记时长。谢谢您！`
      : `签退成功：${title}，${hoursWords(shift.halfHours)}，等组织的人和一起参加的人确认。谢谢您！`;
  },
});

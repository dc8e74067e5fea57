import { plain } from '../../src/domain/plain-text.js';
import { Refusal } from '../../src/domain/refusal.js';
import { wrongCodeWords } from '../../src/domain/credit/service.js';
import { defineIntent, words } from '../../src/talk/intent.js';
import { checkIn } from '../../src/operations/credit/serve.js';

export default defineIntent({
  pattern: /^(?:志愿)?签到[:：，,\s]*(?<code>[\d０-９]{4})[。！!]*$/u,
  slots: { code: words('请问签到码是多少？', 4) },
  permission: 'service.attend',
  binds: 'household',
  help: {
    title: '志愿活动签到',
    when: '参加志愿活动到了现场，私聊',
    say: '签到 1234',
    more: '问组织的人要码',
  },
  async handle({ unit, member, slots, chat }) {
    // Whoever reads the code in the group could check in from the sofa.
    if (chat.kind === 'group') throw new Refusal('service.inGroup', {});
    const session = await checkIn(unit, { member, code: slots.code.normalize('NFKC') });
    if ('left' in session) return wrongCodeWords(session.left);
    return `签到成功：${plain(session.title, 60)}。走的时候发送“签退”加同一个码，当天有效。`;
  },
});

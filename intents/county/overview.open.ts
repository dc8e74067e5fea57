import { momentWords } from '../../src/domain/calendar.js';
import { defineIntent } from '../../src/talk/intent.js';
import { offerLogin } from '../../src/operations/county/county-login.js';
import { besideBoard } from '../../src/publish/board-links.js';

export default defineIntent({
  group: '我',
  pattern: /^(?:打开|登录|看)?(?:县级|街道|社区)看板[。！!]?$/u,
  slots: {},
  permission: 'record.read',
  binds: 'nobody',
  async handle({ unit, member, now, chat, random, boardUrl }) {
    if (chat.kind === 'group') return '看板的登录链接只在私聊里给：点我的头像，在私聊里发送“县级看板”或“社区看板”。';
    const secret = random(32).toString('base64url');
    const endsAt = await offerLogin(unit, { member, secret });
    const address = besideBoard(boardUrl(), `/county/login/${secret}`);
    return `[点这里打开看板](${address})，${momentWords(endsAt, now)}前有效，只能打开一次，请不要转发。看完发送“退出看板”。`;
  },
});

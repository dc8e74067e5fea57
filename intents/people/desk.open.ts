import { momentWords } from '../../src/domain/calendar.js';
import { defineIntent } from '../../src/talk/intent.js';
import { offerDesk } from '../../src/operations/people/desk-login.js';
import { besideBoard } from '../../src/publish/board-links.js';
import { deskEntry } from '../../src/publish/people/desk-frame.js';

export default defineIntent({
  pattern: /^(?:我要)?(?:打开|登录|进入|进|去|上|看)?(?:一下)?办事(?:台|大厅)[。！!]?$/u,
  slots: {},
  permission: 'record.read',
  binds: 'nobody',
  help: {
    title: '打开办事台',
    when: '打开办事台，点一点、填一填就能办：在私聊里',
    say: '办事台',
  },
  async handle({ unit, member, now, chat, random, boardUrl }) {
    if (chat.kind === 'group') return '办事台的链接只在私聊里给：点我的头像，在私聊里发送“办事台”。';
    const secret = random(32).toString('base64url');
    const endsAt = await offerDesk(unit, { member, secret });
    const address = besideBoard(boardUrl(), deskEntry(secret));
    return `[点这里打开办事台](${address})，${momentWords(endsAt, now)}前有效，只能打开一次，请不要转发。用完发送“退出办事台”。`;
  },
});

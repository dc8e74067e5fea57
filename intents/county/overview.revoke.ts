import { defineIntent, optional, words } from '../../src/talk/intent.js';
import { revokeLogins } from '../../src/operations/county/county-login.js';

export default defineIntent({
  group: '我',
  pattern: /^撤销(?:全部|所有)?(?:看板)?登录(?:[:：\s]*(?<userid>[A-Za-z0-9_.@-]{1,64}))?[。！!]?$/u,
  slots: { userid: optional(words('请问撤销谁的登录？')) },
  permission: 'record.read',
  async handle({ unit, member, slots: { userid } }) {
    const ended = await revokeLogins(unit, { member, userid });
    return `已撤销${userid === undefined ? '全部' : '这位成员的'}看板登录，共${ended}个。要再看须重新在私聊里取链接。`;
  },
});

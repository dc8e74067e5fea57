import { defineIntent } from '../../src/talk/intent.js';
import { leaveOverview } from '../../src/operations/county/county-login.js';

export default defineIntent({
  group: '我',
  pattern: /^退出看板[。！!]?$/u,
  slots: {},
  permission: 'record.read',
  async handle({ unit, member }) {
    const ended = await leaveOverview(unit, { member });
    return ended === 0
      ? '您现在没有登录看板。'
      : '已退出看板，没用过的链接也作废了。要再看请私聊发送“县级看板”或“社区看板”。';
  },
});

import { defineIntent } from '../../src/talk/intent.js';
import { endDesk } from '../../src/operations/people/desk-login.js';

export default defineIntent({
  pattern: /^(?:退出|关掉|关闭)办事(?:台|大厅)[。！!]?$/u,
  slots: {},
  permission: 'record.read',
  binds: 'nobody',
  async handle({ unit, member }) {
    const ended = await endDesk(unit, { member });
    const said = ended === 0 ? '您现在没有打开办事台' : '办事台已退出';
    return `${said}，没用过的链接也作废了。要再打开，请私聊发送“办事台”。`;
  },
});

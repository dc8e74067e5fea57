import { defineIntent } from '../../src/talk/intent.js';
import { hideCard } from '../../src/operations/people/show-role.js';

export default defineIntent({
  pattern: /^撤下(?:我的)?身份[。！!]*$/u,
  slots: {},
  permission: 'role.show',
  binds: 'household',
  help: {
    title: '撤下身份',
    when: '不想再公开身份',
    say: '撤下身份',
  },
  async handle({ unit, member }) {
    await hideCard(unit, { member });
    return '已从公示板撤下。想再公开，发送“亮身份写全名”或“亮身份只写姓”。';
  },
});

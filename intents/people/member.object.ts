import { defineIntent, words } from '../../src/talk/intent.js';
import { objectToBinding } from '../../src/operations/people/confirm-binding.js';

export default defineIntent({
  pattern: /^不是(?:我|俺)家的?人?\s?(?<userid>[\w.@-]{1,64})$/u,
  slots: { userid: words('请问哪个账号不是您家的人？发送“不是我家的人”加他的账号。', 64) },
  permission: 'member.object',
  help: {
    title: '有人错绑到我家',
    when: '有人错绑到您家，一天内可以取消',
    say: '不是我家的人 zhang.san',
  },
  async handle({ unit, member, slots }) {
    await objectToBinding(unit, { member, userid: slots.userid });
    return '已取消这个账号和您家的绑定，已告诉楼长核对。';
  },
});

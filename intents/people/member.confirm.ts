import { defineIntent, words } from '../../src/talk/intent.js';
import { confirmBinding } from '../../src/operations/people/confirm-binding.js';

export default defineIntent({
  pattern: /^(?:@\S+[\s\u2005]*)?确认绑定\s*(?<userid>[\w.@-]{1,64})\s*$/u,
  slots: { userid: words('请问确认哪一位？发送“确认绑定”加他的账号。', 64) },
  permission: 'member.confirm',
  help: { title: '确认住户', say: '确认绑定 zhou.guilan' },
  async handle({ unit, member, slots, pressed }) {
    const bound = await confirmBinding(unit, { member, userid: slots.userid });
    if (!pressed) return '已确认绑定。';
    const seen = { text: '已确认', style: 2 as const, intent: 'help' };
    return {
      text: '',
      card: {
        about: `bind-${bound.id}`,
        title: '已确认绑定',
        desc: '住户可以提案、投票、认捐了',
        updates: 'everyone' as const,
        buttons: [seen],
      },
    };
  },
});

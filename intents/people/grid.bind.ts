import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, words } from '../../src/talk/intent.js';
import { bindGroup } from '../../src/operations/people/bind-group.js';

export default defineIntent({
  pattern: /^(?:@\S+[\s\u2005]*)?绑定网格\s*(?<code>\d{6})\s*$/u,
  slots: { code: words('请问六位绑定码是多少？', 6) },
  permission: 'grid.bind',
  async handle({ unit, slots, chat }) {
    if (chat.kind !== 'group') throw new Refusal('grid.unbound', {});
    await bindGroup(unit, { chatId: chat.id, code: slots.code });
    return `本群已绑定“${unit.grid.name}”。大家发送“帮助”就能开始。`;
  },
});

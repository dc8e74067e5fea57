import { Refusal } from '../../src/domain/refusal.js';
import { Confirm, defineIntent } from '../../src/talk/intent.js';
import { undoRoster } from '../../src/operations/people/undo-roster.js';

export default defineIntent({
  phrases: ['撤回名册导入', '撤回花名册导入', '撤销名册导入', '撤销花名册导入'],
  slots: {},
  permission: 'roster.import',
  help: { title: '一天内整份撤回最近一次花名册导入', say: '撤回名册导入' },
  readBack: () => '把最近一次花名册导入整份撤回',
  async handle({ unit, member, chat, confirmed }) {
    if (chat.kind !== 'single') throw new Refusal('roster.private', {});
    if (!confirmed) throw new Confirm('最近一次花名册导入会整份撤回：新增的住户去掉，改过的恢复原样。确定撤回吗？');
    const done = await undoRoster(unit, { member });
    if (typeof done === 'string') throw new Refusal('roster.undo', { why: done });
    const { removed, restored, unbound, rebound } = done;
    return `已整份撤回：去掉新增的${removed}户，恢复${restored}户，解除绑定${unbound}人，恢复绑定${rebound}人。`;
  },
});

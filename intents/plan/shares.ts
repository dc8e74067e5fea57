import type { Allocation } from '../../src/domain/plan/allocation.js';
import { Refusal } from '../../src/domain/refusal.js';
import { readScope } from '../../src/language/values/scope-said.js';
import { defineIntent, projectNo, words } from '../../src/talk/intent.js';
import { readAllocation } from '../../src/language/values/money/allocation.js';
import { allocatePart } from '../../src/operations/plan/allocate-part.js';
import { allocationWords } from '../../src/publish/plan/funding-words.js';
import { toPublish } from '../../src/publish/plan/plan-notice.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?:出资办法|分摊办法|每户怎么出)[:：，,\s]+(?<how>[^]{1,300})$/u,
  slots: { no: projectNo, how: words('请问每户怎么出？例如“户均”“按面积”“自愿”。', 300) },
  permission: 'plan.publish',
  help: {
    title: '定居民部分每户怎么出',
    when: '书记定居民部分每户怎么出，发布方案前发送',
    say: '12号出资办法：户均',
    more: '也可以说“12号出资办法：按面积”“12号出资办法：按楼层，1层0、2层0.5”“12号出资办法：按受益，3号楼2单元”“12号出资办法：自愿”',
  },
  async handle({ unit, member, slots: { no, how } }) {
    const said = readAllocation(how);
    if (!said) throw new Refusal('allocation.unread', { no });
    const { method, floors, rest } = said;
    const scope = rest === undefined ? null : readScope(rest);
    const allocation: Allocation = { method, ...(floors ? { floors } : {}), ...(scope ? { scope } : {}) };
    const project = await allocatePart(unit, { member, no, allocation });
    const homes = await unit.members.electors(project.scope);
    return `${no}号出资办法已记下：${allocationWords(project, homes)}。${toPublish(project, '方案公示会写明；')}各户私聊发送“${no}号我该出多少”看自家的数。`;
  },
});

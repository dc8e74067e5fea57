import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, projectNo, words } from '../../src/talk/intent.js';
import { writePlan } from '../../src/operations/plan/write-plan.js';
import { toPublish } from '../../src/publish/plan/plan-notice.js';

export default defineIntent({
  pattern:
    /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?:方案)?(?:的)?做法(?:就?(?:是|为|改为|定为)|就?这[么样]写)?[:：]\s*(?<text>[^]{2,1000})$/u,
  slots: { no: projectNo, text: words('请问方案怎么做？例如“更换暖气主管道，三家比价取最低”。', 1000) },
  permission: 'plan.publish',
  help: {
    title: '写方案草稿的做法',
    when: '书记写方案草稿的做法，公示前随时可以改',
    say: '12号做法：更换暖气主管道，三家比价取最低',
  },
  async handle({ unit, slots: { no, text } }) {
    const project = await writePlan(unit, { no, text });
    return `${no}号的做法已写进草稿：${plain(text, 60)}。${toPublish(project, '还没有公示。')}`;
  },
});

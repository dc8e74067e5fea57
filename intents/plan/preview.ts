import { planOpen } from '../../src/domain/lifecycle.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { Button } from '../../src/talk/reply.js';
import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { draftedPlan } from '../../src/operations/plan/publish-plan.js';
import { whichProject } from '../../src/operations/which-project.js';
import { planWords } from '../../src/publish/plan/plan-words.js';

export default defineIntent({
  phrases: ['预览', '预览方案', '方案预览'],
  pattern: /^(?:预览|先看看?)(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?:方案)?(?:公示)?(?:的样子)?[。！!]*$/u,
  slots: { no: optional(projectNo) },
  permission: 'plan.publish',
  binds: 'nobody',
  help: {
    title: '在公示前看一眼公示的样子',
    when: '书记在公示前看一眼公示的样子，在私聊里',
    say: '预览12号方案',
  },
  async handle({ unit, slots, now, chat }) {
    const { no } = await whichProject(unit, { no: slots.no, states: planOpen, deed: '预览方案' });
    if (chat.kind !== 'single') throw new Refusal('plan.previewPrivate', { no });
    const { project, changes, restarts } = await draftedPlan(unit, { no, now });
    const buttons: Button[] = [
      { text: '公示', style: 1, intent: 'plan.publish', slots: { no } },
      { text: '再改改', style: 4, intent: 'plan.draft', slots: { no } },
    ];
    return {
      text: `${await planWords(unit, project, { changes, restarts })}\n\n以上是预览，还没有公示；公示时再加公示号和校验码。发送“公示${no}号方案”就公示。`,
      card: { about: `preview-${project.id}`, title: `${no}号方案：公示吗？`, desc: '预览就是公示的样子', buttons },
      answers: buttons,
    };
  },
});

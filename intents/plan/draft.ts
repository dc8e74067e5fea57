import { planOpen } from '../../src/domain/lifecycle.js';
import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { planDraft } from '../../src/operations/plan/plan-draft.js';
import { whichProject } from '../../src/operations/which-project.js';
import { draftLine, draftReply } from '../../src/publish/plan/draft-words.js';

export default defineIntent({
  phrases: ['方案草稿', '看方案草稿', '看草稿'],
  pattern: /^(?:看看?)?(?<no>[\d０-９]{1,7})号(?:项目|提案)?(?:的)?(?:方案)?草稿[。！!？?]*$/u,
  slots: { no: optional(projectNo) },
  permission: 'plan.publish',
  binds: 'nobody',
  help: {
    title: '备方案',
    when: '书记备方案：每一样定了没有、下一样定什么',
    say: '12号方案草稿',
    more: '先后不论，都定了先预览、再公示',
  },
  async handle({ unit, slots: { no }, chat }) {
    const project = await whichProject(unit, { no, states: planOpen, deed: '备方案' });
    const parts = await planDraft(unit, project, unit.now);
    return chat.kind === 'single' ? draftReply(project, parts) : draftLine(project, parts);
  },
});

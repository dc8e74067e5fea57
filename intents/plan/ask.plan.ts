import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { planOpen } from '../../src/domain/lifecycle.js';
import { may } from '../../src/domain/permissions.js';
import { whichProject } from '../../src/operations/which-project.js';
import { passQuestion } from '../../src/operations/notice/pass-question.js';
import { planDraft } from '../../src/operations/plan/plan-draft.js';
import { draftLine, draftReply } from '../../src/publish/plan/draft-words.js';
import { called, lastNotice, passedOn } from '../../src/publish/notice/answers.js';
import { nextLine } from '../../src/operations/next-steps.js';
import { projectWords } from '../../src/publish/proposal/project-card.js';

export default defineIntent({
  pattern: /^(?:看一?下?|看看|查一?下?)?方案(?:是(?:什么|啥)|怎么(?:定|做)的?)?[呢啊呀？?。！!]*$/u,
  // Said by a name or a number as well: 路灯那个方案.
  slots: { no: optional(projectNo) },
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看公示过的方案', say: '方案' },
  async handle({ unit, member, slots, now, boardUrl, chat }) {
    const project = await whichProject(unit, { no: slots.no, deed: '看方案' });
    if (!project.planPublishedAt) {
      // Who prepares it needs not be asked for it.
      if (may(member, 'plan.publish') && planOpen.includes(project.state)) {
        const parts = await planDraft(unit, project, unit.now);
        return chat.kind === 'single' ? draftReply(project, parts) : draftLine(project, parts);
      }
      const words = `有邻居问${called(project)}的方案。选题确定后请发送“发布${project.no}号方案：……”。`;
      const dueAt = await passQuestion(unit, { project, about: 'plan', words });
      return passedOn(`${called(project)}的方案`, dueAt, now);
    }
    const next = await nextLine(unit, project, now);
    const text = await projectWords(unit, project, { boardUrl: boardUrl(project.no), next, now });
    return `${text}\n${await lastNotice(unit, project, 'plan', now)}`.trim();
  },
});

import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, projectNo } from '../../src/talk/intent.js';
import { objectionWords } from '../../src/publish/plan/objection-notice.js';

export default defineIntent({
  pattern:
    /^(?:看看?|查看?)?(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?:有什么|有哪些|有啥)?异议(?:情况|列表|记录)?(?:有哪些)?[?？]?$/u,
  slots: { no: projectNo },
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看异议和答复', say: '12号异议情况' },
  async handle({ unit, slots: { no } }) {
    const project = await unit.projects.byNo(no);
    if (!project) throw new Refusal('project.unknown', { no });
    return objectionWords(project, await unit.objections.ofProject(project.id));
  },
});

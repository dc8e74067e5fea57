import { defineIntent, optional, projectNo, words } from '../../src/talk/intent.js';
import { raiseObjection } from '../../src/operations/plan/raise-objection.js';

export default defineIntent({
  pattern:
    /^(?:我)?(?:对)?(?:(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?:方案|结果|表决结果)?|(?:方案|结果|表决结果))(?:我)?(?:有|提出?|提个|提一条)?异议(?:[:：，,。\s]+(?<text>[^]+))?$/u,
  slots: { no: optional(projectNo), text: words('请问您对哪一点有异议？请说一句，例如“报价偏高，请再比一家”。', 300) },
  permission: 'objection.raise',
  binds: 'public',
  help: {
    title: '提异议',
    when: '公示期里提异议',
    say: '12号异议：报价偏高，请再比一家',
    more: '三个工作日内答复，答复前不进入下一步',
  },
  async handle({ unit, member, slots }) {
    const { project, objection } = await raiseObjection(unit, { member, ...slots });
    return `${project.no}号的异议已记为第${objection.no}条，会公示内容，不写您的名字。书记三个工作日内答复，答复前不进入下一步。`;
  },
});

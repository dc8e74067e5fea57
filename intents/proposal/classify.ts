import { type FundingClass, fundingClasses } from '../../src/domain/lifecycle.js';
import { defineIntent, oneOf, projectNo } from '../../src/talk/intent.js';
import { classifyProject } from '../../src/operations/proposal/classify-project.js';
import { nextStep } from '../../src/publish/works/progress-report.js';

export default defineIntent({
  group: '提案',
  phrases: [],
  slots: {
    no: projectNo,
    class: oneOf('请问归哪一类？回复“迫切需求”“轻量影响”或“品质提升”。', Object.keys(fundingClasses) as FundingClass[]),
  },
  permission: 'proposal.classify',
  help: '书记确定选题和类别，例如“12号定为迫切需求类”（或轻量影响类、品质提升类）',
  async handle({ unit, member, slots, now, messageId }) {
    const project = await classifyProject(unit, { member, no: slots.no, fundingClass: slots.class, now, messageId });
    return `${project.no}号选题已确定，归为${fundingClasses[slots.class]}。下一步：${nextStep(project)}。`;
  },
});

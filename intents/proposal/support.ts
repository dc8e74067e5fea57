import { projectName } from '../../src/domain/project-words.js';
import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { supportProposal } from '../../src/operations/proposal/support-proposal.js';
import { secondedWords } from '../../src/publish/proposal/proposal-words.js';

export default defineIntent({
  phrases: ['附议'],
  slots: { no: optional(projectNo) },
  permission: 'proposal.support',
  binds: 'household',
  says: 'no',
  help: {
    title: '支持邻居的提案',
    say: '附议12号',
    more: '一户算一次',
  },
  readBack: ({ no }) => `附议${no ? `${String(no)}号` : ''}`,
  async handle({ unit, member, slots }) {
    const { project, count, missing, becameTopic, next } = await supportProposal(unit, {
      member,
      no: slots.no,
    });
    const named = projectName(project, 40);
    if (missing > 0) return `已附议${named}，现在${count}户，还差${missing}户。请邻居发送“附议${project.no}号”。`;
    if (!becameTopic) return `已附议${named}，现在${count}户。下一步：${next}。`;
    return secondedWords({ project, count, next });
  },
});

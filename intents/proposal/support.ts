import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { supportProposal } from '../../src/operations/proposal/support-proposal.js';
import { nextLine } from '../../src/operations/next-steps.js';

export default defineIntent({
  group: '提案',
  phrases: ['附议'],
  slots: { no: optional(projectNo) },
  permission: 'proposal.support',
  binds: 'household',
  help: '支持邻居的提案，例如“附议12号”；一户算一次',
  readBack: ({ no }) => `附议${no ? `${String(no)}号` : ''}`,
  async handle({ unit, member, slots, now, chat }) {
    const { project, count, missing, becameTopic } = await supportProposal(unit, {
      member,
      no: slots.no,
      now,
    });
    const named = `${project.no}号「${plain(project.title, 40)}」`;
    if (missing > 0) return `已附议${named}，现在${count}户，还差${missing}户。请邻居发送“附议${project.no}号”。`;
    if (!becameTopic) return `已附议${named}，现在${count}户。下一步：${await nextLine(unit, project, now)}。`;

    const news = `${named}已有${count}户附议，成为议题。下一步：${await nextLine(unit, project, now)}。`;
    // What was said in the group has been heard there.
    if (chat.kind === 'single') await unit.posts.toGroup({ type: 'markdown_v2', text: news }, now);
    return news;
  },
});

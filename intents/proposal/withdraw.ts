import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { withdrawProposal } from '../../src/operations/proposal/withdraw-proposal.js';

export default defineIntent({
  phrases: ['撤回提案', '撤销我的提案'],
  slots: { no: optional(projectNo) },
  permission: 'proposal.withdraw',
  binds: 'public',
  takesBack: 'deed',
  help: { title: '撤回自己的提案', say: '撤回12号提案' },
  readBack: ({ no }) => `撤回${no ? `${String(no)}号` : '您的'}提案`,
  async handle({ unit, member, slots }) {
    const project = await withdrawProposal(unit, { member, no: slots.no });
    return `${project.no}号提案「${plain(project.title, 40)}」已撤回。`;
  },
});

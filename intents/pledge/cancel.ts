import { yuan } from '../../src/domain/money.js';
import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { cancelPledge } from '../../src/operations/pledge/cancel-pledge.js';
import { pledgeExample } from '../../src/domain/pledge/pledge-round.js';

export default defineIntent({
  group: '认捐',
  phrases: ['取消认捐', '撤回认捐', '取消我的认捐'],
  slots: { no: optional(projectNo) },
  permission: 'pledge.cancel',
  binds: 'household',
  help: '撤回还没付的认捐，例如“撤回12号项目的认捐”',
  readBack: ({ no }) => `撤回${no ? `${String(no)}号项目的` : ''}认捐`,
  async handle({ unit, member, slots, now, messageId }) {
    const { project, amountFen, offers } = await cancelPledge(unit, { member, no: slots.no, now, messageId });
    const parts = [
      amountFen > 0 ? `认捐${yuan(amountFen)}` : '',
      offers.length > 0 ? `${offers.length}项捐物或出工` : '',
    ].filter(Boolean);
    return `已撤回您家在${project.no}号的${parts.join('和')}，没有关系。想再参加，随时发送“${project.no}号我出${pledgeExample(project.round)}”。`;
  },
});

import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { undoVote } from '../../src/operations/poll/cast-vote.js';
import { sayChoice } from '../../src/publish/poll/poll-card.js';

export default defineIntent({
  phrases: ['撤票', '撤我的票', '把票撤了'],
  pattern:
    /^(?:请|帮我|麻烦)?(?:撤销|撤回|取消|收回)(?:我的|我家的|刚才的|上一次的?)?(?:(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?)?(?:我的|我家的|刚才的)?(?:投票|选票|表决|票|那票)[。！]?$/u,
  slots: { no: optional(projectNo) },
  permission: 'poll.vote',
  binds: 'household',
  says: 'no',
  takesBack: 'deed',
  help: {
    title: '撤销刚投的票',
    when: '投错了，截止前',
    say: '撤销投票',
    more: '回到上一次的选择',
  },
  async handle({ unit, member, slots }) {
    const { poll, standing } = await undoVote(unit, { member, no: slots.no });
    const after =
      standing === null
        ? '您家现在没有投票'
        : poll.electorate
          ? '恢复为上一次的选择'
          : `恢复为${plain(sayChoice(standing), 60)}`;
    return `${poll.no}号的票已撤销，${after}。截止前可以再投。`;
  },
});

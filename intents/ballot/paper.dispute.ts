import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { disputePaper } from '../../src/operations/ballot/enter-paper.js';

export default defineIntent({
  pattern: /^(?:(?<no>[\d０-９]{1,7})号)?(?:表决)?(?:的)?(?:我家?的?)?纸票(?:有误|不对|错了|不是我投的)[。！]?$/u,
  slots: { no: optional(projectNo) },
  permission: 'poll.vote',
  binds: 'household',
  help: {
    title: '我家的纸票登记错了',
    when: '自家的纸票登记错了，截止前',
    say: '12号纸票有误',
  },
  async handle({ unit, member, slots }) {
    const { poll } = await disputePaper(unit, { member, no: slots.no });
    return `您家在${poll.no}号的纸票已停用，监管小组会知道。请在截止前重新投票，或请楼长重新登记纸票。`;
  },
});

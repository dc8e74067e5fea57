import { defineIntent, projectNo } from '../../src/talk/intent.js';
import { giveUpRound } from '../../src/operations/pledge/close-pledge-round.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?认筹作罢[。！]?$/u,
  slots: { no: projectNo },
  permission: 'plan.publish',
  binds: 'public',
  help: {
    title: '认筹作罢',
    when: '认筹不够、要缩小范围时，书记放回全部认捐，再重新公示',
    say: '12号认筹作罢',
    more: '收过钱就不行',
  },
  async handle({ unit, slots: { no } }) {
    await giveUpRound(unit, { no });
    return `${no}号认筹作罢，认捐全部放回，已告诉群里。请发送“发布${no}号方案：做什么，预算多少元”重新公示。`;
  },
});

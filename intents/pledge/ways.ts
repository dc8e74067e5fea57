import { defineIntent, projectNo } from '../../src/talk/intent.js';
import { gapOf } from '../../src/operations/pledge/cover-gap.js';
import { shortfallWords } from '../../src/publish/pledge/shortfall-words.js';
import { Refusal } from '../../src/domain/refusal.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?:认筹|资金)?缺口怎么办[?？。！]?$/u,
  slots: { no: projectNo },
  permission: 'plan.publish',
  binds: 'nobody',
  help: {
    title: '问钱不够怎么办',
    say: '12号缺口怎么办',
    more: '机器人列出准许的办法、准确的数和要发送的话',
  },
  async handle({ unit, slots: { no }, now }) {
    const { project, gapFen } = await gapOf(unit, no);
    if (gapFen === 0) throw new Refusal('gap.none', { no });
    return { alone: shortfallWords(project, gapFen, now), text: '办法已私聊发给您。' };
  },
});

import { payerAnswers } from '../src/domain/payer-check.js';
import { defineIntent, numbered, projectNo, words } from '../src/intent.js';
import { checkPayer } from '../src/operations/check-payer.js';

type Answer = keyof typeof payerAnswers;
const answers = (Object.keys(payerAnswers) as Answer[]).map(answer => [answer, payerAnswers[answer].said] as const);

export default defineIntent({
  group: '提案',
  phrases: [],
  pattern: /^(?:登记)?(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?:责任核查|责任方核查|谁该出钱|该谁出钱)[?？。！]?$/u,
  slots: {
    no: projectNo,
    answer: numbered('责任核查：这件事该谁出钱？', answers),
    evidence: words('请问依据是什么？例如“2009年建成，已过保修；供热公司2025年3月复函不属其管网”。', 300),
  },
  permission: 'plan.publish',
  help: '书记登记该谁出钱，没有登记不能开始认筹，例如“12号责任核查”',
  async handle({ unit, member, slots, now, messageId }) {
    const { no, asks, payer } = { ...slots, ...payerAnswers[slots.answer] };
    await checkPayer(unit, { member, ...slots, now, messageId });
    return asks
      ? `${no}号责任核查已登记：${payerAnswers[slots.answer].said}。方案公示会写明。`
      : `${no}号责任核查已登记：应由${payer}出钱，不能向居民筹款。请转${payer}办理；核查有变化请重新登记。`;
  },
});

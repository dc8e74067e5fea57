import { defineIntent, wholeNumber, words } from '../../src/talk/intent.js';
import { answerAppeal } from '../../src/operations/credit/appeal-points.js';

export default defineIntent({
  pattern: /^(?:答复|回复)(?:积分)?申诉(?<no>[\d０-９]{1,5})(?:号)?[:：，,\s]+(?<text>[^]+)$/u,
  slots: { no: wholeNumber('请问答复几号申诉？', 1, 99_999), text: words('请问怎么答复？', 500) },
  permission: 'credit.award',
  help: { title: '答复积分申诉', say: '答复申诉1：已经补记2小时' },
  async handle({ unit, member, slots }) {
    const appeal = await answerAppeal(unit, { member, ...slots });
    return `申诉${appeal.no}已答复，在私聊里告诉他本人。`;
  },
});

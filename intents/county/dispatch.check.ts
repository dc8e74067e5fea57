import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { checkAction } from '../../src/operations/county/dispatch-action.js';

export default defineIntent({
  pattern: /^销号(?<action>[\d０-９]{1,7})号?(?:已)?核实[。！]?$/u,
  slots: { action: wholeNumber('请问第几号事项？', 1, 9_999_999) },
  permission: 'action.check',
  help: {
    title: '核实办好的调度事项',
    when: '书记、楼长或监管小组核实办好的调度事项',
    say: '销号3核实',
    more: '办的人自己不能核实',
  },
  async handle({ unit, member, slots }) {
    const action = await checkAction(unit, { member, ...slots });
    return `调度事项${action.no}已核实，销号。`;
  },
});

import { defineIntent, wholeNumber, words } from '../../src/talk/intent.js';
import { doAction } from '../../src/operations/county/dispatch-action.js';

export default defineIntent({
  pattern: /^销号(?<action>[\d０-９]{1,7})号?[:：，,]\s*(?<evidence>[^]{2,200})$/u,
  slots: { action: wholeNumber('请问第几号事项？', 1, 9_999_999), evidence: words('请问怎么办的？', 200) },
  takesPictures: true,
  permission: 'record.read',
  help: {
    title: '报调度事项办完',
    when: '办完调度事项的人报完成',
    say: '销号3：公示已补发',
    more: '可以配照片',
  },
  async handle({ unit, member, slots, pictures }) {
    const action = await doAction(unit, { member, ...slots, pictures });
    return `调度事项${action.no}已报完成，等第二个人发送“销号${action.no}核实”后销号。`;
  },
});

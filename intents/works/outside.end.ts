import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { endOutside } from '../../src/operations/works/ask-outside.js';

export default defineIntent({
  pattern: /^请办(?<outside>[\d０-９]{1,7})号?(?:办结|办完了|结束|不用办了|停了)[。！!]*$/u,
  slots: { outside: wholeNumber('请问是请办几？例如“请办3”。', 1, 9_999_999) },
  permission: 'outside.ask',
  help: {
    title: '请办的事办完了',
    when: '请外单位办的事办完了',
    say: '请办3办结',
    more: '链接随即停用',
  },
  async handle({ unit, member, slots }) {
    const task = await endOutside(unit, { member, task: slots.outside });
    return `请办${task.no}办结，给${task.party}的链接停用了。`;
  },
});

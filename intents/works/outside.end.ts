import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { endOutside } from '../../src/operations/works/ask-outside.js';

export default defineIntent({
  pattern:
    /^请办(?<outside>[\d０-９]{1,7})号?(?:的事|那件)?(?:可以|能|就|该){0,2}(?:办结|办完|结束|了结|结|不用办|停)了?吧?(?:[，,\s]+(?:他们|对方|人家)[^?？吗没不]{0,16}(?:了|过|好))?[。！!]*$/u,
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

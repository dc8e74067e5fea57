import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { withdrawPaper } from '../../src/operations/ballot/enter-paper.js';

export default defineIntent({
  pattern: /^撤回纸票[:：\s]*(?<paper>[\d０-９]{1,7})号?[。！]?$/u,
  slots: { paper: wholeNumber('请问撤回哪一张纸票？', 1, 9_999_999) },
  takesPictures: true,
  permission: 'poll.paper',
  takesBack: 'deed',
  help: {
    title: '撤回纸票',
    when: '本人书面撤回纸票：先发撤回字条的照片',
    say: '撤回纸票7',
  },
  async handle({ unit, member, slots, now, pictures }) {
    const { poll, paper } = await withdrawPaper(unit, { member, paper: slots.paper, pictures, now });
    return `${poll.no}号的纸票${paper.id}已按本人书面要求撤回，不计票；本人可以重新投票。`;
  },
});

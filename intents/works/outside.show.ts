import { defineIntent, optional, wholeNumber } from '../../src/talk/intent.js';
import { outsideList, outsideTold } from '../../src/publish/works/outside-words.js';

export default defineIntent({
  phrases: ['请办', '请办清单', '请外单位办的事'],
  pattern: /^(?:看看?)?请办(?<outside>[\d０-９]{1,7})?号?(?:清单|列表|怎么样了|办得怎样)?[。！!？?]*$/u,
  slots: { outside: optional(wholeNumber('请问是请办几？例如“请办3”。', 1, 9_999_999)) },
  permission: 'outside.ask',
  binds: 'nobody',
  help: {
    title: '看请外单位办的事和他们的答复',
    say: '请办',
    more: '也可以说“请办3”',
  },
  async handle({ unit, slots: { outside: task }, now, chat }) {
    if (task === undefined) return outsideList(unit, now);
    if (chat.kind === 'group') return `请办${task}的答复和文件在私聊里看：点我的头像，在私聊里发送“请办${task}”。`;
    return outsideTold(unit, task, now);
  },
});

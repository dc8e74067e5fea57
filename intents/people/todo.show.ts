import { defineIntent } from '../../src/talk/intent.js';
import { waitingFor } from '../../src/operations/waiting.js';
import { waitingList } from '../../src/publish/waiting-words.js';

export default defineIntent({
  phrases: [
    '待办',
    '我的待办',
    '看待办',
    '待办清单',
    '有什么要我办的',
    '有没有要我办的',
    '有什么等我办',
    '我该办什么',
    '下一步呢',
    '下一步',
    '下一步干什么',
    '下一步该干什么',
    '然后呢',
    '接下来干什么',
  ],
  slots: {},
  permission: 'record.read',
  binds: 'nobody',
  help: {
    title: '看有什么等您办',
    when: '看有什么等您办，在私聊里',
    say: '待办',
    more: '回复前面的数字就办',
  },
  // Read anew each time, so that it is true when it is read.
  async handle({ unit, member, now, chat }) {
    const waiting = await waitingFor(unit, member, now);
    if (chat.kind === 'single') return waitingList(waiting, now);
    const due = waiting.filter(({ isDue }) => isDue).length;
    return due > 0 ? `有${due}件事等您办，点我的头像，私聊发送“待办”就能一件一件办。` : '现在没有等您办的事。';
  },
});

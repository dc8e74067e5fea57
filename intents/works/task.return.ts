import { dayWords } from '../../src/domain/calendar.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, optional, wholeNumber, words } from '../../src/talk/intent.js';
import { returnTask } from '../../src/operations/works/follow-task.js';

export default defineIntent({
  group: '我',
  pattern: /^任务(?<no>[\d０-９]{1,5})(?:号)?(?:还)?没(?:有)?办好(?:[:：，,\s]+(?<reason>[^]{2,100}))?[。！!]*$/u,
  slots: { no: wholeNumber('请问是几号任务？', 1, 99_999), reason: optional(words('', 100)) },
  permission: 'task.claim',
  binds: 'household',
  help: {
    title: '任务还没有办好，退回',
    when: '去看过、还没有办好的',
    say: '任务3没办好：灯还是不亮',
    more: '会私下请认领的邻居再办',
  },
  async handle({ unit, member, slots: { no, reason = null }, now }) {
    const { what, dueAt } = await returnTask(unit, { member, no, reason });
    const last = dayWords(new Date(dueAt.getTime() - 1), now);
    return `任务${no}“${plain(what, 40)}”还没有办好，已私下请认领的邻居${last}前再办。谢谢您去看！`;
  },
});

import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { dropTask } from '../../src/operations/works/follow-task.js';

export default defineIntent({
  group: '我',
  pattern: /^任务(?<no>[\d０-９]{1,5})(?:号)?(?:放弃|不做了|办不了)[。！!]*$/u,
  slots: { no: wholeNumber('请问是几号任务？', 1, 99_999) },
  permission: 'task.claim',
  binds: 'household',
  takesBack: 'deed',
  help: {
    title: '放下认领的任务',
    when: '认领的任务办不了',
    say: '任务3放弃',
    more: '别人可以再认领',
  },
  async handle({ unit, member, slots: { no } }) {
    const task = await dropTask(unit, { member, no });
    return `任务${no}已放下，不要紧。谁愿意接，发送“${plain(task.what, 40)}我来盯”。`;
  },
});

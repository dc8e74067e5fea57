import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { checkTask } from '../../src/operations/works/follow-task.js';

export default defineIntent({
  group: '我',
  pattern: /^任务(?<no>[\d０-９]{1,5})(?:号)?核实(?:了)?[。！!]*$/u,
  slots: { no: wholeNumber('请问是几号任务？', 1, 99_999) },
  permission: 'task.claim',
  binds: 'household',
  help: {
    title: '核实任务办好了',
    when: '去看过别家认领的任务、确实办好了',
    say: '任务3核实',
  },
  async handle({ unit, member, slots: { no } }) {
    const task = await checkTask(unit, { member, no });
    return `任务${no}“${plain(task.what, 40)}”核实办好了。谢谢两位！`;
  },
});

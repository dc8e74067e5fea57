import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { finishTask } from '../../src/operations/works/follow-task.js';

export default defineIntent({
  group: '我',
  pattern: /^任务(?<no>[\d０-９]{1,5})(?:号)?(?:完成|办好|办完|做完)(?:了)?[。！!]*$/u,
  slots: { no: wholeNumber('请问是几号任务？', 1, 99_999) },
  takesPictures: 'asked',
  permission: 'task.claim',
  binds: 'household',
  help: {
    title: '我认领的任务办好了',
    when: '认领的任务办好了',
    say: '任务3完成',
    more: '可以带照片',
  },
  async handle({ unit, member, slots: { no }, pictures }) {
    await finishTask(unit, { member, no, pictures });
    return `任务${no}已报完成。请一位别家的邻居去看看，看过发送“任务${no}核实”。`;
  },
});

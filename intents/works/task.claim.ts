import { dayWords, noonOf } from '../../src/domain/calendar.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, optional, words } from '../../src/talk/intent.js';
import { claimTask } from '../../src/operations/works/follow-task.js';

const day = words('请问哪天前办好？', 20);

export default defineIntent({
  group: '我',
  // Only a plain promise about something of the neighbourhood: no question, no condition, no quarrel about who does it.
  pattern:
    /^(?!.*(?:谁|别人|不用|不要|不是|要是|如果|假如|凭啥|凭什么|为啥|为什么|难道|吗|呢|自家|我家|自己|孩子|还是|不行))(?=.*[楼栋单元门院路灯道梯墙井管箱棚树草花栏车垃圾雪水电线锁窗牌球厅廊场角台坡沟])(?<what>[^?？!！，,。；;：:\n]{2,40}?)[，,]?我(?:来盯|来管|认领)(?:着)?(?:吧|了)?[。！!]*$/u,
  slots: {
    what: words('请问您认领什么？例如“三单元的路灯我来盯”。', 40),
    /** As the language has read it: 2026-03-20. */
    due: optional({
      ...day,
      field: { ...day.field, isOnAsk: true },
      accept: value => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) ? value : undefined),
    }),
  },
  permission: 'task.claim',
  binds: 'household',
  help: {
    title: '认领一件小事',
    say: '三单元的路灯我来盯',
    more: '快到日子会私下提醒',
  },
  onlyInForm: true,
  readBack: ({ what, due }) =>
    `认领“${plain(String(what), 40)}”这件小事${typeof due === 'string' ? `，${dayWords(noonOf(due))}前办好` : ''}`,
  async handle({ unit, member, slots, now }) {
    const { no, what, dueAt } = await claimTask(unit, { member, ...slots });
    const last = dayWords(new Date(dueAt.getTime() - 1), now);
    return `谢谢您！记为**任务${no}**：${plain(what, 40)}，${last}前办好。办好了发送“任务${no}完成”（可以带照片），办不了发送“任务${no}放弃”。`;
  },
});

import { topic } from '../topic.js';

/** What people are reminded of. */
export default topic({
  title: '会提醒我吗',
  said: `
    那到时候你提醒我 会提醒我吗 到时候通知我吗 怎么知道有结果了 你能提醒我投票吗 截止前会通知吗 有消息告诉我 到时候喊我一声
  `,
  answer:
    '表决截止前一天群里提醒一次；认捐没交的私下提醒，最多三次；您出过力的事，每走一步私下告诉您，一周最多一次。别的日子我记不了，发送“待办”随时看。',
});

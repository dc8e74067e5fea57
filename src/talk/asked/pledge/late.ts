import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** What becomes of a pledge that is not paid. */
export default topic({
  title: '认了没交会怎样',
  said: `
    认了钱拖着不交会咋样 晚几天交罚不罚 过了日子没交还能补不 答应了没给会不会上门要 认捐不兑现有啥后果 忘了交钱怎么办 拖到下个月交行不 会不会算我失信 说了不给会被告吗 认而不交的怎么处理 催了我三回了还没交 有没有利息 超过期限没交作废了吗 逾期不交影响信用不
    收款期过了怎么办
  `,
  answer: async ({ turn: { now } }) =>
    `没有罚款、利息，不扣分，也不公布是谁。没交的私下提醒，最多${rulesAt(now).pledgeRemindersMax}次，不想听说“不用提醒我”；想晚点交，跟出纳说一声；不出了，交钱以前随时能撤。`,
});

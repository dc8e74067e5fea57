import { rulesAt } from '../../../domain/rules.js';
import { yuan } from '../../../domain/money.js';
import { topic } from '../topic.js';

/** What cannot wait. */
export default topic({
  title: '紧急的事怎么办',
  said: `
    水管爆了也要先投票吗 房顶塌了等不了公示 电梯困人要修能先修不 抢修还走流程吗 应急抢修最多花多少 什么情况能走应急 先修后补手续行不 谁能宣布应急 危险的墙皮要马上处理 应急的钱谁出 急修要几个人确认 救急的活能不能先干 暖气爆了冻死人了还等 抢修的账公不公开
    应急抢修怎么申请
    这笔能先花钱吗 抢修能先花钱不 先抢修后补手续行吗 应急的能先动工吗
  `,
  answer: async ({ turn: { now } }) =>
    `等不得的（爆管、屋顶和外墙漏、电梯、消防、要掉的墙皮）可以先修后议：书记宣布应急抢修，最多${yuan(rulesAt(now).emergencyMostFen)}，一户居民和一位干部到场确认就动工，事后把账向住户说清。人有危险先打119、110或抢修电话，再说“报事：……”。`,
});

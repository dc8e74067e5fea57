import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** What a public notice is and how long it stands. */
export default topic({
  title: '公示是什么、要几天',
  said: `
    公示是干嘛用的 什么叫公示期 公示要贴够几天才算 公示跟通知有啥不同 贴出来是为了啥 结果公示几天 方案挂几天 决算要公示多久 公示没贴够天数咋办 群里发了还要贴墙上吗 公示期从哪天算 公示期内能干啥 公示贴半天就撕了算不算 周末算不算公示天数 公示到几号 什么东西要公示
    三公开是啥 公示的意义是什么 校验码是干嘛的
  `,
  answer: async ({ turn: { now } }) => {
    const { planNoticeDays, ownersNoticeDays, reviewDays, finalAccountsDays } = rulesAt(now);
    return `公示就是先拿出来给每一户看、听意见：方案${planNoticeDays}天（业主表决${ownersNoticeDays}天），结果${reviewDays}天，决算${finalAccountsDays}天，贴出来那天不算。天数没满、异议没答复完，不进下一步。公示期里不同意，说“12号异议：……”。`;
  },
});

import { wholeDayTold } from '../../src/domain/calendar.js';
import { behaviours, type CreditRules, creditRulesAt, type Earning } from '../../src/domain/credit/credit.js';
import { yuan } from '../../src/domain/money.js';
import { defineIntent } from '../../src/talk/intent.js';

export default defineIntent({
  pattern: /^(?:看看?|查看?)?(?:信用)?积分规则(?:是什么|是啥)?[吧呢。！!？?]*$/u,
  slots: {},
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看怎么得分、怎么用、怎么申诉', say: '积分规则' },
  async handle({ now }) {
    const rules = creditRulesAt(now);
    const lines = (Object.keys(rules.lines) as Earning[]).map(earning => `- ${lineWords(earning, rules)}`);
    const levels = rules.levels.map(({ name, from }) => `${from}分为${name}级`).join('，');
    const [part, whole] = rules.rebase;
    return [
      `**积分规则**（${wholeDayTold(rules.effectiveFrom)}起）`,
      ...lines,
      `信用分从${rules.base}分起，得多少加多少，兑换不减；${levels}。每年1月1日，高出${rules.base}分的部分留${part === whole ? '全部' : `${part}/${whole}`}。`,
      '可用积分用到得分第二年的12月31日，先到期的先用。不能换现金，不能转给别人。',
      '投同意、反对、弃权得分一样；不投票、不出钱、提异议、投诉从不扣分。给分的人不能给自己和自家人加分。',
      '积分自愿参加，随时可以退出。有不对的发送“积分申诉：……”，书记会答复。',
    ].join('\n');
  },
});

function lineWords(earning: Earning, { lines }: CreditRules): string {
  const { points, per, least, perDay, perYear } = lines[earning];
  const unit = per === undefined ? '每次' : earning === 'donate' ? `每${yuan(per)}` : `每${per / 2}小时`;
  const given = least === undefined ? `${points}分` : `${least}到${points}分`;
  return `${behaviours[earning]}：${unit}${given}${perDay === undefined ? '' : `，每天最多${perDay}分`}，每年最多${perYear}分`;
}

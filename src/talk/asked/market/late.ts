import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** Operators that pay late. */
export default topic({
  title: '租的人不交钱怎么办',
  said: `
    商家欠着分成不给咋办 租户老板跑了钱怎么追 理发店报的收入是不是真的 营业额瞒报怎么查 店家不申报怎么办 分成没按时交谁催 经营方赖账咋整 收入他自己报能信吗 拖欠租金会不会收回房子 提前退租怎么算 商家交的钱谁收 谁核对店里的账
  `,
  needs: /商|店|租|经营|营业|分成|老板|收入|赖账|market\./u,
  answer: async ({ turn: { now } }) => {
    const { marketDeclareDays, marketPayDays } = rulesAt(now);
    return `经营方一期完了${marketDeclareDays}天内申报、${marketPayDays}天内交，每期应交、已收、逾期都公布（营业额不公开）；出纳记、会计对账才算实收，有保底的至少交保底。一直不交，书记可以提前终止协议。看发送“公益市场”。`;
  },
});

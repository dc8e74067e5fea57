import { topic } from '../topic.js';

/** Whether points are money. */
export default topic({
  title: '积分能换钱吗',
  said: `
    积分能换钱吗 积分能当钱用吗 分能提现不 积分能抵认捐吗 积分换现金 积分能转给别人吗 积分有啥用 分能抵物业费吗 积分能买东西吗
    积分怎么用 积分过期吗 积分会扣吗
  `,
  answer:
    '不能换现金，也不能转给别家。能换优惠和东西，发送“积分能换啥”看清单；当年得的到明年年底还能用，投反对、不投、不出钱都不扣分。',
});

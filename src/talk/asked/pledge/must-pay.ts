import { isInRound, shareStates } from '../../../domain/lifecycle.js';
import { isLevy } from '../../../domain/plan/funding-plan.js';
import { titled } from '../asked.js';
import { topic } from '../topic.js';

/** What happens where a household gives nothing. */
export default topic({
  title: '必须出钱吗',
  said: `
    必须交钱吗 租房住的要掏钱吗 租户也得出钱吗 非得出钱不 不出行不行 俺要是不出呢 这钱是不是一定要交 不交会怎么样 不捐会有什么后果
    是强制的吗 可以不交吗 能不出这个钱吗 我家不想出钱可以吗 不认捐会不会扣分 路灯也要我出钱 不交会不会停我家的暖气
    要出钱我就不参加了 那是不是就必须交钱了 我开小卖部的也要我出钱 每家都得出吗 是自愿的还是摊派 不掏钱会罚款吗
    没钱可以不出吧 退休金低能不出不 这个要出钱是吧 我们租房的要出钱吗 不出钱灯是不是就不给用
    咱老百姓能不掏就不掏行不 这个钱我不交犯法不 我一分不出有啥后果 不捐会不会给断水断电 每户都要摊吗 手头紧不出可以不 不愿意出钱能拒绝不 是硬性规定吗 说是自愿其实是强制吧 会不会上门催收 不出钱以后不让用怎么办 不认捐能不能还参加投票 租房子的用掏钱吗
    我就住一年还用出吗 不交会不会影响孩子上学 我不用电梯还要交吗 一楼也得出钱吗 家里没人住用不用交 不出会上黑名单吗 是不是不给钱就不给我家修 咱家可不可以免了 我没工作能不能不出 退休了还得掏钱啊
    一定得掏钱不 我家必须得出这钱吗 这钱我必须交吗 不想出钱可以吧 是不是家家都必须出
  `,
  answer: async asked => {
    const project = await asked.matter(...shareStates);
    if (project && isLevy(project))
      return `${titled(project)}是业主共同决定的分摊，有困难的请书记办减免。自家多少，私聊发送“${project.no}号我该出多少”。`;
    const say = project && isInRound(project) ? `想出就说，例如“${project.no}号我出50元”。` : '';
    return `不是必须，自愿：出不出、出多少都由您。不出不扣分，也不影响您家用，不公布谁没出。${say}`;
  },
});

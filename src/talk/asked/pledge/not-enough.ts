import { may } from '../../../domain/permissions.js';
import { topic } from '../topic.js';

/** What becomes of a round that falls short. */
export default topic({
  title: '钱凑不够怎么办',
  said: `
    钱不够怎么办 凑不够咋办 筹不齐呢 要是没人出钱怎么办 认捐不够怎么办 差的钱谁出 不够的还要我们补吗 钱凑不齐还装吗
    要是凑不够会让我们再出吗 花超了谁补 缺的钱从哪来 达不到数怎么办 筹款没达标怎么办 后面会不会再让交钱
    凑了半天不够数咋弄 认捐没达标这事还办不 最后差几千谁来补 没几家出钱这事黄了吗 钱收不齐工程还干不干 缺口让谁填 差额会不会摊到我们头上 到期没凑满怎么处理 还差那么多能成吗 钱不够会不会二次收费 超预算了要我们补吗 干到一半没钱了咋办 凑不满会不会强制出
    要是作罢了认捐的钱咋算 作罢以后认的钱怎么办 筹款失败了会怎样 大家都不掏这事怎么收场 认筹没满怎么办
  `,
  // Who has to find the rest hears by which ways.
  answer: async asked => {
    const short = may(asked.turn.member, 'plan.publish') ? await asked.matter('pledging') : null;
    return short ? { intent: 'pledge.ways', slots: { no: short.no } } : forNeighbours;
  },
});

const forNeighbours =
  '到截止还没认够，就一分不收，书记另想办法（奖补、公共收益、慈善基金）或者改方案，缺的不摊给您。想看还差多少，发送“12号还差多少”。';

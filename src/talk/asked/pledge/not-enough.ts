import { topic } from '../topic.js';

/** What becomes of a round that falls short. */
export default topic({
  title: '钱凑不够怎么办',
  said: `
    钱不够怎么办 凑不够咋办 筹不齐呢 要是没人出钱怎么办 认捐不够怎么办 差的钱谁出 不够的还要我们补吗 钱凑不齐还装吗
    要是凑不够会让我们再出吗 花超了谁补 缺的钱从哪来 达不到数怎么办 筹款没达标怎么办 后面会不会再让交钱
  `,
  answer:
    '到截止还没认够，就一分不收，书记另想办法（奖补、公共收益、慈善基金）或者改方案，缺的不摊给您。想看还差多少，发送“12号还差多少”。',
});

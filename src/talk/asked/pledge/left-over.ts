import { kinds, surplusWords } from '../standings.js';
import { topic } from '../topic.js';

/** What becomes of money that is left. */
export default topic({
  title: '钱多了怎么办',
  said: `
    钱多了怎么办 收多了怎么办 剩的钱归谁 用不完的钱呢 花不完怎么办 余下的钱干啥 结余怎么处理 多出来的钱给谁
    剩余的款项如何处理 最后剩的钱去哪了 钱有剩会退吗 认超了怎么办 超过预算的钱怎么办 剩钱
    干完活余下的钱怎么分 钱没花完咋处理 结余的钱会不会被留下 多收的那部分去哪儿 剩下的钱能退给大家不 花剩的钱归社区吗 余款谁说了算 预算没用完的钱呢 省下来的钱怎么办 剩几毛钱也退吗 余款能不能留着修别的 节余归谁 超额收的钱怎么弄 奖补剩的钱给我们吗 余款怎么分到各家
    最后多出钱来了咋整
  `,
  exactly:
    /^(?:剩|多|余|没花完|没用完|花不完|用不完)(?:下|出来|余)?(?:来)?(?:的)?(?:款|钱)?(?:还|退|给|咋办|怎么办|去哪|归谁)(?:还)?(?:给)?(?:我|俺|咱|大家)?(?:们)?(?:家)?(?:不|吗|么|没|了|呢)*$/u,
  answer: async asked => {
    const over = await asked.matter('accepted', 'settlement_published');
    return over
      ? kinds.money.tell(asked, { kind: 'money', no: over.no })
      : `决算以后剩的居民的钱，${surplusWords(await asked.matter())}；奖补剩的退回原渠道，群里公示。`;
  },
});

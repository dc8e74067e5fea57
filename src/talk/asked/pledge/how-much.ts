import { roundStates } from '../../../domain/lifecycle.js';
import { topic } from '../topic.js';

/** How much is right. */
export default topic({
  title: '出多少合适',
  said: `
    出多少合适 我家出多少合适 一般出多少 别人都出多少 该出多少钱 每户要出多少 一家摊多少 大伙都捐几百
    得交多少钱 他问要交多少钱 出个什么数好 给多少比较合适 最少出多少 最多能出多少 有没有标准 一户多少钱 要多少钱一家
    认多少算够意思
    我拿多少比较体面 大概一户摊多少 捐几百好呢 大家普遍出几百 有没有最低限额 封顶是多少 少了拿不出手咋办 给五十嫌少不 你说我出多少好 每家得掏多少啊 按什么标准出 一份是多少钱 单元里都认几百呀 我这份该多少 户均多少钱 人均要掏几个钱 出两百够不够意思
    摊到我头上是多少
  `,
  answer: async asked => {
    const project = await asked.matter(...roundStates);
    if (project) return { intent: 'pledge.share', slots: { no: project.no } };
    return '出多少由您定，没有规定的数。方案公示和认筹的时候，私聊发送“我该出多少”，告诉您自家的参考数。';
  },
});

import { topic } from '../topic.js';

/** How much is right. */
export default topic({
  title: '出多少合适',
  said: `
    出多少合适 我家出多少合适 一般出多少 别人都出多少 该出多少钱 每户要出多少 一家摊多少 大伙都捐几百
    得交多少钱 他问要交多少钱 出个什么数好 给多少比较合适 最少出多少 最多能出多少 有没有标准 一户多少钱 要多少钱一家
    认多少算够意思
  `,
  answer: async asked => {
    const project = await asked.matter('pledging', 'collecting');
    if (project) return { intent: 'pledge.share', slots: { no: project.no } };
    return '出多少由您定，没有规定的数。方案公示和认筹的时候，私聊发送“我该出多少”，告诉您自家的参考数。';
  },
});

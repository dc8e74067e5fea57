import { shareStates } from '../../../domain/lifecycle.js';
import { topic } from '../topic.js';

/** How the residents' part is divided. */
export default topic({
  title: '每家怎么分摊',
  said: `
    钱是按户平均摊吗 按面积大小分摊还是平均 楼层高的是不是多出 一楼的用不上电梯也一样摊吗 分摊的办法谁定的 一楼和六楼出钱怎么算 受益大的是不是出得多 摊派的标准是什么 每户份额怎么计算 住得低凭什么跟高层出一样 没人住的房子摊不摊 摊钱是按人头还是按户
    大房子多出小房子少出吗 我家用不着凭什么平摊 怎么分的这个钱 户均是什么意思 按受益是什么意思 出资办法是啥 顶楼出几成 分摊不公平咋说 不住人的房子算一份吗
  `,
  answer: async asked => {
    const project = await asked.matter(...shareStates);
    return `居民这一份怎么出，方案公示里写明：户均、按面积、按楼层、按受益（谁用得着谁出），或者自愿。觉得不公平，公示期里说“${project?.no ?? 12}号异议：……”；自家多少，私聊说“${project?.no ?? 12}号我该出多少”。空着的房子一样算一户，除了业主决定的分摊都自愿。`;
  },
});

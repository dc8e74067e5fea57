import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** What is done about bad work. */
export default topic({
  title: '查出毛病怎么办',
  said: `
    验收发现有裂缝咋处理 工程不合格要返工吗 焊口漏了谁让他们改 没达到标准给钱吗 限期整改是啥 改不好怎么办 整改到什么时候 验收通不过怎么弄 活干得太糙能不能重做 豆腐渣工程怎么治 施工留下一堆垃圾谁清 发现偷工减料怎么处理 不返工能扣钱不 复查不通过怎么办
    我看见管子没接好告诉谁 施工质量差怎么罚 整改完了谁来看
  `,
  answer: async ({ turn: { now } }) =>
    `看见毛病告诉监管小组，或者说“报事：……”。小组写“12号限期整改：……”（不说日子就是${rulesAt(now).mendDays}天），施工方改好、小组复查通过才销号；没改完不能付款、不能验收，要紧的可以叫停。`,
});

import { topic } from '../topic.js';

/** Ideas and objections. */
export default topic({
  title: '建议和异议有什么区别',
  said: `
    建议和异议有什么区别 提建议还是提异议 异议是啥意思 什么叫异议 意见和异议一样吗 啥是异议 建议跟异议差在哪 提意见怎么提
    我有意见往哪提 我有意见也不敢提 不满意怎么说 对方案不满意怎么办 异议怎么提 我要提异议
  `,
  answer: async asked => {
    const project = await asked.matter('plan_published', 'result_published');
    const no = project?.no ?? 12;
    return `出主意是建议，定方案时逐条说采纳不采纳：“${no}号建议：……”。不同意方案是异议，公示期里提，书记必须答复，不写您的名字：“${no}号异议：……”。`;
  },
});

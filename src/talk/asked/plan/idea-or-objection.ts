import { topic } from '../topic.js';

/** Ideas and objections. */
export default topic({
  title: '建议和异议有什么区别',
  said: `
    建议和异议有什么区别 提建议还是提异议 异议是啥意思 什么叫异议 意见和异议一样吗 啥是异议 建议跟异议差在哪 提意见怎么提
    我有意见往哪提 我有意见也不敢提 不满意怎么说 对方案不满意怎么办 异议怎么提 我要提异议
    我有个意见算建议还是异议 反对这个方案从哪说 我对报价有意见咋办 想挑挑方案的毛病怎么说 方案不合理往哪反映 觉得不公平怎么提 异议要写理由吗 什么时候能提异议 我不赞成这么弄怎么反映 出主意跟提反对是两码事吗 想提点看法 怎么跟书记提不同意见
    不认可这个方案怎么办 方案我不服 我对这个做法有看法
  `,
  answer: async asked => {
    const project = await asked.matter('plan_published', 'result_published');
    const no = project?.no ?? 12;
    return `出主意是建议，定方案时逐条说采纳不采纳：“${no}号建议：……”。不同意方案是异议，公示期里提，书记必须答复，不写您的名字：“${no}号异议：……”。`;
  },
});

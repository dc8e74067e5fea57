import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** What can be done against a decision. */
export default topic({
  title: '对结果不服怎么办',
  said: `
    表决结果我不认怎么办 投票有猫腻找谁查 对决定不服能告吗 能去法院撤销这个决定不 结果公示期还能反对吗 通过了我不同意也得服从吗 决定侵犯我权益咋整 业主能起诉业委会吗 程序不合规的表决算不算 票数有问题怎么申请复核 少数人的权利谁保护 通过了还能推翻吗 多久之内可以起诉
    结果不公正去哪申诉 我没同意也要受约束吗
  `,
  answer: async ({ turn: { now } }) =>
    `结果先公示${rulesAt(now).reviewDays}天，觉得不对就提异议：“12号异议：……”，没答复完不生效；票可以凭回执码在计票单上核对。业主的决定侵害了您，可以在知道后一年内请法院撤销；生效的决定对全体业主有约束。`,
});

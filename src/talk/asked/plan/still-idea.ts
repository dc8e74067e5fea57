import { planOpen } from '../../../domain/lifecycle.js';
import { titled } from '../asked.js';
import { topic } from '../topic.js';

/** Whether an idea still counts. */
export default topic({
  title: '还能提建议吗',
  said: `
    那现在提还来得及吗 还能提建议吗 现在提意见晚不晚 建议提到什么时候 方案定了还能提吗 我还有个想法能说吗 现在还能改方案吗
    我上班去不了咋办想提意见 没去开会还能提吗 人不到能提意见吗 我的意见怎么说 想法跟谁说
    这会儿提主意还赶趟不 我有个点子还能加进去不 方案出来了还收意见不 现在出主意还有用吗 我想加一条要求还行不 意见征集结束没 晚了还能说两句不 想提点小建议跟谁讲 我有更好的办法怎么告诉你们 公示期里还能出主意不 没赶上开会建议还能提吗 想让加个扶手还来得及不
    开工了还能提建议不 建议有截止日期吗
  `,
  answer: async asked => {
    const project = await asked.matter(...planOpen);
    if (project)
      return project.state === 'plan_published'
        ? `能：${titled(project)}正在公示，发送“${project.no}号建议：……”或“${project.no}号异议：……”，不用到场。`
        : `能：方案还没有定，发送“${project.no}号建议：……”，不用到场，定方案时逐条答复。`;
    return '方案表决以前都能提，不用到场，例如“12号建议：用感应灯”。表决以后的意见，请找楼长或网格书记。';
  },
});

import { topic } from '../topic.js';

/** Who watches over the works. */
export default topic({
  title: '谁来检查质量',
  said: `
    谁来验收 谁检查质量 谁监督施工 干得好不好谁管 谁看着他们干活 质量谁把关 偷工减料谁管 谁去查工地 监督的是谁 施工谁盯着
    干活糊弄怎么办 谁负责检查 有人监督吗
  `,
  answer: async asked => {
    const project = await asked.matter();
    return `监管小组：几位和工程、钱都没关系的邻居，工作日轮流看，有毛病限期改，没改完不能付款、不能验收。${project ? `是谁，发送“${project.no}号谁监督”。` : ''}`;
  },
});

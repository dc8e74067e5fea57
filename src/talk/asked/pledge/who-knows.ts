import { topic } from '../topic.js';

/** Who sees what a household gave. */
export default topic({
  title: '别人知道我出多少吗',
  said: `
    别人能看见我出了多少吗 出少了会不会被邻居笑话 出的少会不会丢人 我捐多少会公布吗 会不会有人说我小气 出得少会被笑话吗 名单会公布吗 会不会写我的名字
    捐款名单贴出来不 邻居知道我没出钱吗 会不会在群里点名 不出会不会有人说我 没交钱的会公布吗 谁能看到我认捐的数
    我捐的钱别人看得到吗 出了钱会不会显示名字 怕人说闲话 会上光荣榜吗 我不想让人知道我出了多少 能匿名吗
  `,
  answer: async asked => {
    const project = await asked.matter('pledging', 'collecting');
    return `不公布：各家出多少、谁没出，群里和公示栏都不写，只有记账、对账、审批的人看得到；光荣榜只写本人同意的。还想不留名，说“${project?.no ?? 12}号匿名”。`;
  },
});

import { roundStates } from '../../../domain/lifecycle.js';
import { mayChange } from '../change-words.js';
import { topic } from '../topic.js';

/** Whether and until when a promise is taken back. */
export default topic({
  title: '认捐能撤吗',
  said: `
    认捐的钱后悔了能撤回吗 认了还能反悔不 认捐以后能改吗 说了出钱还能不出吗 我认捐的钱若中途后悔可以撤回吗 捐了不想捐了咋办
    到什么时候还能撤 最晚哪天能反悔 认捐能退吗 已经认了二百能少出点不 能少点不 认多了想改少点 生意不好能少出点吗
    认捐怎么取消 报了数还能变吗 中途搬走能退吗 现在退出还来得及吗
    我那天嘴快认了五百想减点 报的数能往下调不 认捐撤销行不行 话说出去了能收回不 家里出事了拿不出来了能不出不 想从三百降到一百 不打算出了怎么说 认的钱还没交能作废不 原先答应的现在不想给了 先认着以后不出行吗 认了能不能再加点 改认捐要跟谁说 认捐了后来下岗了咋办
    多写了个零怎么改 撤了会不会被笑话 认完反悔丢人不 能不能把认捐往后拖
  `,
  exactly: mayChange,
  behind: /^pledge\./u,
  answer: async asked => {
    const project = await asked.matter(...roundStates);
    const no = project?.no ?? 12;
    return `能：付款前随时可以改可以撤，没有关系。改数说“${no}号改成100元”，不出了说“撤回我在${no}号的认捐”；已经交了的找社区会计。现在没有改任何东西。`;
  },
});

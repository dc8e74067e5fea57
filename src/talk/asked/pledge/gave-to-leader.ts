import { topic } from '../topic.js';

/** Money that was given to somebody else than the cashier. */
export default topic({
  title: '钱给了楼长算不算',
  said: `
    我昨天给楼长了呀 我把钱给楼长了算不算 钱给了书记行吗 我钱都给楼长了怎么退 交给楼长的钱记了吗 给网格员了算交了吗
    我给的是现金 给了楼长没收据 他要是不认账怎么办 楼长收了钱不给记怎么办 钱给人捎过去了 交给别人代交行不行
    我让邻居帮我交的 楼长说他收了 钱放楼长那儿了 楼长把钱拿走了咋办
  `,
  answer: async asked =>
    `交到出纳手里、记了账才算。请给了谁就让他转交${await asked.holder('cashier')}，要一张收据；几天没记上或者他不认，找网格书记。记上没有，私聊问我“我的钱收到了吗”。`,
});

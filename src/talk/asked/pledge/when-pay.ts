import { titled } from '../asked.js';
import { topic } from '../topic.js';

/** To whom and when the money is paid. */
export default topic({
  title: '钱交给谁、什么时候交',
  said: `
    钱交给谁 什么时候交钱 我交两百块给谁 钱给谁啊 去哪儿交钱 怎么交钱 交钱找谁 转给谁 是现在交吗 现在就要交吗
    认了以后啥时候给钱 钱交到哪 微信转给谁 交现金还是转账 啥时候收钱 几号交钱 交款方式是什么 出的钱怎么给你们 钱给楼长行吗
    收款账号是多少
  `,
  answer: async asked => {
    const cashier = await asked.holder('cashier');
    const project = await asked.matter('pledging', 'collecting');
    const when = !project
      ? '认筹够了、公布收款以后再交'
      : project.state === 'pledging'
        ? `${titled(project)}还在认筹，现在不用交，认够了群里通知收款再交`
        : `${titled(project)}正在收款，现在就能交`;
    return `${when}。交给${cashier}，出纳记了账、会计对过账才算数；我这里不收钱。`;
  },
});

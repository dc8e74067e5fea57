import { roundStates } from '../../../domain/lifecycle.js';
import { titled } from '../asked.js';
import { topic } from '../topic.js';

/** To whom and when the money is paid. */
export default topic({
  title: '钱交给谁、什么时候交',
  said: `
    钱交给谁 什么时候交钱 我交两百块给谁 钱给谁啊 去哪儿交钱 怎么交钱 交钱找谁 转给谁 是现在交吗 现在就要交吗
    认了以后啥时候给钱 钱交到哪 微信转给谁 交现金还是转账 啥时候收钱 几号交钱 交款方式是什么 出的钱怎么给你们 钱给楼长行吗
    收款账号是多少
    出的那份钱往哪儿送 钱该交到哪个手里 缴费地点在哪 交钱是扫码还是现金 我认完下一步交钱去哪 几时开始收 可以微信付吗 交钱要不要收据 给我个账号我打过去 去社区交还是给楼长 晚几天交行吗 谁来收钱 上门来收吗 现在能交钱了没 支付宝行不行 钱先交还是后交
    我直接把钱发群里行不 认捐的钱什么时间付 可以银行转账吗 交钱有没有期限
    这个钱归哪个收 钱由谁来收 给哪个送去 付款用什么方式 微信收不收 拿现钱给行吗 交钱到哪天为止 最晚什么时候得交上 钱拖几天再交行吗 用微信交行不 拿微信付可以吗 能不能微信交
  `,
  about: /^pledge\./u,
  answer: async asked => {
    const cashier = await asked.holder('cashier');
    const project = await asked.matter(...roundStates);
    const when = !project
      ? '认筹够了、公布收款以后再交'
      : project.state === 'pledging'
        ? `${titled(project)}还在认筹，现在不用交，认够了群里通知收款再交`
        : `${titled(project)}正在收款，现在就能交，没有定最后一天`;
    return `${when}。交给${cashier}，出纳记了账、会计对过账才算数；我这里不收钱。`;
  },
});

import { standingLines } from '../../meaning/home-asked.js';
import { topic } from '../topic.js';

/** Whether the own money has come in. */
export default topic({
  title: '我交的钱收到了吗',
  said: `
    我那两百交了没有 我交的钱收到没有 我家的钱到账了吗 钱记上了没 我付的钱入账了吗 收到我的钱了吗 我家三百还在吗
    我转的钱你们收到没 查查我交钱没有 我交过钱了吧 我的钱记了吗 我家认捐还在不在 钱到了没 看看我家交上了没
    我上次交的钱有记录吗
    我那份钱进账了没 你们账上有我家的钱不 帮我瞅瞅我交上了没 昨天打过去的钱见着了吗 出纳收到我的三百没 怎么查我家交没交 我的捐款登记上没 转账成功了你们那显示没 我媳妇交过了没有 给记到我家名下没 我交了钱咋还催我 怎么显示我没交 交完钱有回执吗 我交没交齐
    到底收没收到我的钱 钱转过去三天了有记录没
  `,
  answer: async asked =>
    asked.own(async householdId => {
      const lines = await standingLines(asked.turn, householdId, asked.no);
      return lines.length > 0
        ? `您家：${lines.join('；')}。交了没记上的，请找${await asked.holder('cashier')}。`
        : `账上没有您家的认捐，也没有您家交的钱。交了没记上的，请找${await asked.holder('cashier')}。`;
    }),
});

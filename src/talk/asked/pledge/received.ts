import { moneyStates } from '../../../domain/lifecycle.js';
import { yuan } from '../../../domain/money.js';
import { titled } from '../asked.js';
import { topic } from '../topic.js';

/** Whether the own money has come in. */
export default topic({
  title: '我交的钱收到了吗',
  said: `
    我那两百交了没有 我交的钱收到没有 我家的钱到账了吗 钱记上了没 我付的钱入账了吗 收到我的钱了吗 我家三百还在吗
    我转的钱你们收到没 查查我交钱没有 我交过钱了吧 我的钱记了吗 我家认捐还在不在 钱到了没 看看我家交上了没
    我上次交的钱有记录吗
  `,
  answer: async asked =>
    asked.own(async householdId => {
      const { unit } = asked.turn;
      const lines: string[] = [];
      for (const project of await unit.projects.inStates(moneyStates)) {
        const { promisedFen, paidFen } = await unit.ledger.standingOf(project.id, householdId);
        if (promisedFen > 0 || paidFen > 0)
          lines.push(`${titled(project)}认捐${yuan(promisedFen)}，出纳记了您家交的${yuan(paidFen)}`);
      }
      return lines.length > 0
        ? `您家：${lines.join('；')}。交了没记上的，请找${await asked.holder('cashier')}。`
        : `账上没有您家的认捐，也没有您家交的钱。交了没记上的，请找${await asked.holder('cashier')}。`;
    }),
});

import { may } from '../../../domain/permissions.js';
import { moneyStates } from '../../../domain/lifecycle.js';
import { topic } from '../topic.js';

/** Where the books and the bank differ. */
export default topic({
  title: '差的钱在哪一户',
  said: `
    差的二十块在哪一户 差的那二十是谁家的 哪一户对不上 差额出在哪 少的钱是哪家的 多出来的二十块是谁交的 对不上的是哪一笔 哪笔跟银行不一样 差在哪一笔上 差的钱在谁身上
  `,
  needs: /差(?:的|额|在)|对不上|不一样|少的钱|多出来/u,
  answer: async asked => {
    const project = await asked.matter(...moneyStates);
    if (!project || !may(asked.turn.member, 'funds.reconcile')) return null;
    return { intent: 'funds.pending', slots: { no: project.no } };
  },
});

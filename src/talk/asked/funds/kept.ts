import { placeWords } from '../../../domain/masking.js';
import { yuan } from '../../../domain/money.js';
import { may } from '../../../domain/permissions.js';
import { sharesIn } from '../../../operations/funds/hold-unclaimed.js';
import { owesBack } from '../../../operations/funds/pay-refunds.js';
import { firstOf } from '../asked.js';
import { topic } from '../topic.js';

/** Shares of what was left that are kept for homes which did not get them. */
export default topic({
  title: '还有替人存着的退款吗',
  said: `
    还有替人存着的没 替住户存着的还有几笔 还有没领的退款吗 退款都领走了没 还有谁没来领钱 没送到的退款还剩几户 存着没领的钱有多少 还有几家没领退款
    暂存的退款还有没有 谁家的余款还没领
  `,
  needs: /存|领|退款|余款|没送到/u,
  answer: async asked => {
    const { unit, member } = asked.turn;
    const projects = await unit.projects.inStates([...owesBack, 'closed']);
    const lines = (await sharesIn(unit, projects, 'unclaimed')).map(
      ({ no, home, fen }) => `- ${no}号 ${placeWords(home)} ${yuan(fen)}`,
    );
    if (lines.length === 0) return '现在没有替人存着的退款，都领了。';
    return asked.isPrivate && may(member, 'funds.spend')
      ? [`替人存着的退款${lines.length}笔：`, ...firstOf(lines, 20)].join('\n')
      : `替人存着的退款还有${lines.length}笔，请当事的住户找${await asked.holder('cashier')}领。`;
  },
});

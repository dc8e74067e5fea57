import { endWords } from '../../../domain/calendar.js';
import { missingFen } from '../../../domain/pledge/pledge-round.js';
import { summaryOf } from '../../../domain/funds/ledger.js';
import { yuan } from '../../../domain/money.js';
import { titled } from '../asked.js';
import { topic } from '../topic.js';

/** What has come together. */
export default topic({
  title: '大家一共认了多少',
  said: `
    大家一共认了多少 目前一共认捐多少了 凑了多少钱了 现在多少户出钱了 有几家认了 捐了多少了 筹到多少了 钱凑得怎么样了
    还差多少钱 那总可以说还差多少吧 一共有多少人出钱 够不够了 齐了没 现在筹款情况 认筹进展如何 总共收到多少认捐
  `,
  answer: async asked => {
    const project = await asked.matter('pledging', 'collecting');
    if (!project) return null;
    const summary = summaryOf(await asked.turn.unit.ledger.balances(project.id));
    const lack = missingFen(project, summary).toTarget;
    const until = project.pledgeClosesAt ? `，认捐到${endWords(project.pledgeClosesAt, asked.turn.now)}为止` : '';
    return `${titled(project)}全部认捐${yuan(summary.pledgedFen)}，${lack > 0 ? `还差${yuan(lack)}` : '已经够了'}${until}。想出就说“${project.no}号我出50元”。`;
  },
});

import { typed, yuan } from '../../src/domain/money.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, projectNo } from '../../src/talk/intent.js';
import { pendingReceipts } from '../../src/operations/funds/reconcile-receipts.js';
import { receiptLines } from '../../src/publish/funds/receipt-list.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?对账(?:清单|单)?[。！]?$/u,
  slots: { no: projectNo },
  permission: 'funds.reconcile',
  binds: 'nobody',
  help: { title: '看等待对账的收款', say: '12号对账' },
  async handle({ unit, slots: { no }, chat }) {
    const project = await unit.projects.byNo(no);
    if (!project) throw new Refusal('project.unknown', { no });
    const pending = await pendingReceipts(unit, project);
    if (pending.length === 0) throw new Refusal('receipt.nothingPending', { no });
    const sumFen = pending.reduce(
      (sum, { postings }) => sum + postings.reduce((all, { amountFen }) => all + amountFen, 0),
      0,
    );
    const head = `${no}号等待对账${pending.length}笔，共${yuan(sumFen)}。`;
    const next = `和银行、微信的流水核对无误，请发送“${no}号对账无误，共${typed(sumFen)}”；记错的请发送“冲销凭证57：原因”。`;
    if (chat.kind !== 'single') return `${head}清单在私聊里看。${next}`;
    unit.journal.add('receipt.list', { facts: { no, count: pending.length } });
    return [head, ...(await receiptLines(unit, pending)), next].join('\n');
  },
});

import { fundBook } from '../../src/domain/funds/ledger.js';
import { yuan } from '../../src/domain/money.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent } from '../../src/talk/intent.js';
import { pendingReceipts } from '../../src/operations/funds/reconcile-receipts.js';
import { receiptLines } from '../../src/publish/funds/receipt-list.js';

export default defineIntent({
  pattern: /^(?:社区)?慈善基金(?:的)?对账(?:清单|单)?[。！]?$/u,
  slots: {},
  permission: 'funds.reconcile',
  binds: 'nobody',
  help: {
    title: '看慈善基金等对账的收款',
    when: '公益市场：会计看慈善基金等待对账的收款',
    say: '慈善基金对账',
  },
  async handle({ unit }) {
    const pending = await pendingReceipts(unit, { id: fundBook(unit.grid.id) });
    if (pending.length === 0) throw new Refusal('fund.nothingPending', {});
    const sum = yuan(
      pending.reduce((all, { postings }) => all + postings.reduce((fen, { amountFen }) => fen + amountFen, 0), 0),
    );
    return [
      `慈善基金等待对账${pending.length}笔，共${sum}。`,
      ...(await receiptLines(unit, pending)),
      `和银行流水核对无误，请发送“慈善基金对账无误，共${sum.replaceAll(',', '')}”；记错的请发送“冲销凭证57：原因”。`,
    ].join('\n');
  },
});

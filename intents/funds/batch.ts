import { yuan } from '../../src/domain/money.js';
import { defineIntent, optional, projectNo, wholeNumber, words } from '../../src/talk/intent.js';
import { bookStatement } from '../../src/operations/funds/book-statement.js';

export default defineIntent({
  pattern:
    /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?流水(?<statement>[\d０-９]{1,7})(?:号)?(?:(?<ticked>[，,、\s]*第[第\d０-９行、，,和\s]{1,4000})|(?:里|的)?(?:全部|所有)?确定的?(?:全部)?)?(?:都)?入账(?:[，,、\s]*(?:加|和|连同)(?<also>[第\d０-９行、，,和\s]{1,200}))?[。！]?$/u,
  slots: {
    no: projectNo,
    statement: wholeNumber('请问是第几份流水？', 1, 9_999_999),
    // A whole list may be ticked on the desk, row by row.
    ticked: optional(words('请问要入账第几行？', 4000)),
    also: optional(words('请问还要加第几行？', 200)),
  },
  permission: 'funds.receive',
  help: {
    title: '把流水里对上的收款一次入账',
    say: '12号流水1全部确定的入账',
    more: '也可以说“12号流水1第3、7行入账”',
  },
  async handle({ unit, slots }) {
    const said = `${slots.ticked ?? ''} ${slots.also ?? ''}`.normalize('NFKC').match(/\d+/gu) ?? [];
    const { no, statement } = slots;
    const ticked = said.map(Number);
    const done = await bookStatement(unit, {
      no,
      statement,
      ticked,
      sure: slots.ticked === undefined,
    });
    const { project, count, amountFen, differing, summary } = done;
    return `已入账：${project.no}号流水${statement}的${count}笔，共${yuan(amountFen)}。会计对账后算实收，待对账${yuan(summary.pendingFen)}。${differing > 0 ? `有${differing}户交的和认捐的不一样，已私下问付款人，账上不自动改。` : ''}`;
  },
});

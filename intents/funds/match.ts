import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, projectNo, wholeNumber } from '../../src/talk/intent.js';
import { matchFile } from '../../src/operations/funds/book-statement.js';
import { statementScreen } from '../../src/publish/funds/statement-screen.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?流水(?<statement>[\d０-９]{1,7})(?:号)?[。！]?$/u,
  slots: { no: projectNo, statement: wholeNumber('请问是第几份流水？', 1, 9_999_999) },
  permission: 'funds.receive',
  binds: 'nobody',
  help: {
    title: '看流水里每笔是谁家的',
    when: '出纳在私聊里把银行或微信的流水文件（Excel、CSV）发给我',
    say: '12号流水1',
    more: '看每笔是谁家的',
  },
  async handle({ unit, slots, chat }) {
    if (chat.kind !== 'single') throw new Refusal('statement.private', {});
    const { project, file, ...rest } = await matchFile(unit, slots);
    return statementScreen(project.no, file, rest);
  },
});

import { defineIntent } from '../../src/talk/intent.js';
import { reportLine } from '../../src/publish/proposal/report-words.js';

const mostLines = 20;

export default defineIntent({
  phrases: ['报事', '报修'],
  pattern: /^(?:看看?)?(?:报事|报修)(?:列表|清单|台账|进展)?[。！!？?]*$/u,
  slots: {},
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看有哪些报事、办得怎样', say: '报事' },
  async handle({ unit, now }) {
    const open = await unit.reports.standing();
    if (open.length === 0) return '现在没有在办的报事。东西坏了、脏了、有危险，发送例如“报事：3号楼2单元楼道灯坏了”。';
    const lines: string[] = [];
    for (const report of open.slice(0, mostLines)) lines.push(`- ${await reportLine(unit, report, now)}`);
    const rest = open.length > mostLines ? [`……一共${open.length}件。`] : [];
    return ['**在办的报事**', ...lines, ...rest, '看一件发送“报事7”；要报事发送“报事：……”。'].join('\n');
  },
});

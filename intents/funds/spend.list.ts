import { plain } from '../../src/domain/plain-text.js';
import { requestWords } from '../../src/domain/funds/spending.js';
import { defineIntent } from '../../src/talk/intent.js';
import { requestStates } from '../../src/operations/funds/request-spending.js';

export default defineIntent({
  pattern: /^(?:看|查看)?(?:全部|所有)?支出申请(?:情况|清单|列表)?[?？。]?$/u,
  slots: {},
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看还没付款的支出申请到哪一步了', say: '支出申请' },
  async handle({ unit }) {
    const open = await unit.spending.open();
    if (open.length === 0) return '现在没有等待付款的支出申请。';
    const projects = new Map((await unit.projects.underWay()).map(({ id, no }) => [id, no]));
    const lines = open.slice(0, 20).map(request => {
      const held = request.holdReason ? `（${plain(request.holdReason, 60)}）` : '';
      return `申请${request.no}：${projects.get(request.projectId) ?? ''}号，${plain(requestWords(request), 80)}，${requestStates[request.state]}${held}`;
    });
    return lines.join('\n');
  },
});

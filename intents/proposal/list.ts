import { states, statesEnded, steps } from '../../src/domain/lifecycle.js';
import { defineIntent } from '../../src/talk/intent.js';
import { projectLine } from '../../src/publish/proposal/project-card.js';

const mostLines = 20;

export default defineIntent({
  phrases: ['项目列表', '提案列表', '提案清单'],
  slots: {},
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看有哪些提案和项目', say: '项目列表' },
  async handle({ unit, boardUrl }) {
    const open = await unit.projects.underWay();
    const done = await unit.projects.countIn(statesEnded);
    if (open.length + done === 0) return '本网格还没有提案。有公共的事要办，发送例如“提案：3号楼东头装路灯”。';
    const groups = [1, 2, 3, 4].flatMap(step => {
      const lines = open.slice(0, mostLines).filter(({ state }) => states[state].step === step);
      return lines.length === 0
        ? []
        : [`**${steps[step] ?? ''}**`, ...lines.map(project => `- ${projectLine(project)}`)];
    });
    const rest = open.length > mostLines ? `还有${open.length - mostLines}个，` : '';
    return [
      ...groups,
      `${rest}${done > 0 ? `已结束${done}个，` : ''}全部见[公示栏](${boardUrl()})。看一个发送“看看1号项目”。`,
    ].join('\n');
  },
});

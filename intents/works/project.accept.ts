import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, oneOf, optional, projectNo, words } from '../../src/talk/intent.js';
import { signAcceptance } from '../../src/operations/works/sign-acceptance.js';

export default defineIntent({
  slots: {
    result: oneOf('请问验收合格还是不合格？回复“合格”或“不合格”。', ['pass', 'fail'] as const, [
      ['pass', '合格'],
      ['fail', '不合格'],
    ]),
    no: optional(projectNo),
    reason: optional(words('请问哪里不合格？', 200)),
  },
  permission: 'project.accept',
  binds: 'public',
  help: {
    title: '签验收意见',
    say: '12号项目验收合格',
    more: '监管小组三分之二签合格才算验收',
  },
  readBack: ({ no, result, reason }) =>
    `签${no ? `${String(no)}号` : ''}验收${result === 'pass' ? '合格' : `不合格${typeof reason === 'string' ? `：${plain(reason, 200)}` : ''}`}`,
  async handle({ unit, member, slots }) {
    const why = slots.reason === undefined ? '' : `：${plain(slots.reason, 200)}`;
    const text = slots.result === 'pass' ? '验收合格' : `验收不合格${why}`;
    const { project, signed, team, isSupervisor, next } = await signAcceptance(unit, {
      member,
      ...slots,
      text,
    });
    const head = `已记下您对${project.no}号的意见：${text}。`;
    const beside = isSupervisor ? '' : '验收由监管小组决定，您的意见一并存档。';
    if (project.state === 'rectification') {
      return `${head}${beside}${project.no}号在整改中。请监管小组写明要改什么，发送“${project.no}号巡查：哪里不合格”。下一步：${next}。`;
    }
    if (project.state !== 'accepted') {
      return `${head}${beside}监管小组${team}人，已有${signed}人签合格，三分之二签了就通过。`;
    }
    return `${head}监管小组已有${signed}/${team}人签合格，${project.no}号验收通过。下一步：${next}。`;
  },
});

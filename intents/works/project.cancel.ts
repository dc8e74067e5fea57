import { yuan } from '../../src/domain/money.js';
import { Confirm, defineIntent, projectNo, words } from '../../src/talk/intent.js';
import { cancelProject } from '../../src/operations/works/cancel-project.js';
import { fundsOf } from '../../src/publish/funds/funds-report.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?终止[:：，,\s]+(?<reason>[^]{1,300})$/u,
  slots: { no: projectNo, reason: words('请问为什么终止？', 200) },
  permission: 'project.cancel',
  binds: 'public',
  takesBack: 'deed',
  help: {
    title: '终止项目',
    say: '12号终止：施工方退出，居民商量不做了',
    more: '没花的钱退给各户',
  },
  async handle({ unit, slots: { no, reason }, confirmed }) {
    const { project, refundFen } = await cancelProject(unit, { no, reason });
    if (!confirmed)
      throw new Confirm(`终止${no}号以后不能恢复，没交的认捐作废，居民的余款${yuan(refundFen)}要退回。确定终止吗？`);
    const { spentFen } = await fundsOf(unit, project);
    const next = spentFen > 0 ? `请监管小组看账，发送“${no}号终止账目无异议”。` : '';
    return `${no}号已终止，公示已发。${next}`;
  },
});

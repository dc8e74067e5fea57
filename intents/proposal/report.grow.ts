import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, optional, reportNo, words } from '../../src/talk/intent.js';
import { growReport } from '../../src/operations/proposal/follow-report.js';

/** 大家一起办: how it is to be done says nothing of what. */
const together =
  /(?<=.{2})[，,\s]*(?:大家|咱们?|大伙儿?|我们)*(?:一起|一块儿?|来)(?:办|弄|搞|修|做)(?:吧|呗|啊|了)*[。！!]*$/u;

export default defineIntent({
  pattern:
    /^报事(?<report>[\d０-９]{1,7})号?(?:转|改|变|提)(?:成|为|作)?提案(?:吧|呗|啊|哈|了)*(?:[:：，,\s]+(?<title>[^]{2,200}))?[。！!]*$/u,
  slots: { report: reportNo, title: optional(words('请问提案叫什么？', 200)) },
  permission: 'proposal.open',
  binds: 'public',
  help: {
    title: '报事转成提案',
    when: '要大家一起办的报事，一句话变成提案',
    say: '报事7转提案',
    more: '报过的人算附议',
  },
  readBack: ({ report }) => `把报事${String(report)}转成提案`,
  async handle({ unit, member, slots: { report, title }, now }) {
    const deed = { member, report, title: title?.replace(together, '') ?? null, now };
    const { project, count, missing } = await growReport(unit, deed);
    const next = missing > 0 ? `还差${missing}户附议；请邻居发送“附议${project.no}号”` : '附议够了，成为议题';
    return `报事${report}已转成${project.no}号提案：${plain(project.title)}。报过的人算附议，现在${count}户，${next}。`;
  },
});

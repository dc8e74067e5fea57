import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, optional, wholeNumber, words } from '../../src/talk/intent.js';
import { checkFault } from '../../src/operations/works/mend-finding.js';

export default defineIntent({
  pattern: /^复查(?<finding>[\d０-９]{1,7})号?(?:通过[。！]?|不通过[:：，,\s]+(?<fault>[^]{2,200}))$/u,
  slots: {
    finding: wholeNumber('请问第几号整改？', 1, 9_999_999),
    fault: optional(words('请写哪里不通过；通过了就空着。', 200)),
  },
  permission: 'inspection.report',
  help: {
    title: '复查整改',
    say: '复查3通过',
    more: '也可以说“复查3不通过：还在渗水”',
  },
  onlyInForm: true,
  readBack: ({ finding, fault }) =>
    typeof fault === 'string' ? `复查${String(finding)}不通过：${plain(fault, 60)}` : `复查${String(finding)}通过`,
  async handle({ unit, member, slots: { finding, fault = null } }) {
    const { project } = await checkFault(unit, { member, finding, fault });
    return fault === null
      ? `${project.no}号整改${finding}复查通过，已销号。`
      : `${project.no}号整改${finding}复查不通过：${plain(fault, 100)}。改好后请再发送“整改${finding}完成”。`;
  },
});

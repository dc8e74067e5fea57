import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { mendFault } from '../../src/operations/works/mend-finding.js';

export default defineIntent({
  pattern: /^整改(?<finding>[\d０-９]{1,7})号?(?:已)?完成[。！]?$/u,
  slots: { finding: wholeNumber('请问第几号整改？', 1, 9_999_999) },
  takesPictures: 'asked',
  permission: 'progress.report',
  help: {
    title: '报整改完成',
    say: '整改3完成',
    more: '可以配照片',
  },
  async handle({ unit, member, slots, pictures }) {
    const { project, finding } = await mendFault(unit, { member, ...slots, pictures });
    return `${project.no}号整改${finding.no}已报完成，等监管小组复查。`;
  },
});

import { daysLeftWords } from '../../domain/funds/open-matters.js';
import { projectName } from '../../domain/project-words.js';
import { topics } from '../../store/notice/topics.js';
import { tells } from '../tells.js';

const mostListed = 20;

export default tells<'funds.waiting'>(async (_unit, { project, userid, matters }, { now }) => {
  const head = `${projectName(project, 40)}验收合格，决算要等这些办完（${daysLeftWords(project, now)}）：`;
  const lines = matters.slice(0, mostListed).map(({ said, say }) => `- ${said}，发送“${say}”`);
  return [{ members: [userid], text: [head, ...lines].join('\n'), about: { topic: topics.accounts(project) } }];
});

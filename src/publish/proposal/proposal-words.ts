import { plain } from '../../domain/plain-text.js';
import { projectName } from '../../domain/project-words.js';
import type { Facts } from '../../store/notice/facts.js';

/** That an issue has become a topic. */
export function secondedWords({ project, count, next }: Facts['proposal.seconded']): string {
  return `${projectName(project, 40)}已有${count}户附议，成为议题。下一步：${next}。`;
}

/** What a proposal was called, and is called now. */
export function renamedWords({ project, was }: Facts['proposal.renamed']): string {
  return `${project.no}号提案改名为「${plain(project.title, 60)}」（原来是「${plain(was, 60)}」），已有的附议不变。`;
}

import { states } from '../../domain/lifecycle.js';
import { daysLeftWords, type OpenMatter } from '../../domain/funds/open-matters.js';
import { roles } from '../../domain/permissions.js';
import { plain } from '../../domain/plain-text.js';
import type { Project } from '../../store/proposal/project.js';

/** What the final accounts wait for, to whom it belongs, and how many days are left. */
export function openWords(project: Project, matters: readonly OpenMatter[], now: Date): string {
  const lines = matters.slice(0, 20).map(({ said, owner }) => `- ${said}（${ownerWords(owner)}）`);
  const head = `**${project.no}号 ${plain(project.title, 40)}**：${states[project.state].said}。决算等这些办完（${daysLeftWords(project, now)}）：`;
  return [head, ...lines].join('\n');
}

function ownerWords(owner: OpenMatter['owner']): string {
  if (owner === 'team') return '监管小组办';
  return typeof owner === 'object' ? '经手的人办' : `${roles[owner]}办`;
}

import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, projectNo } from '../../src/talk/intent.js';
import { lastNotice } from '../../src/publish/notice/answers.js';
import { nextWords } from '../../src/domain/next-words.js';
import { matterCard } from '../../src/publish/proposal/matter-card.js';
import { nextOf } from '../../src/operations/next-steps.js';
import { projectWords } from '../../src/publish/proposal/project-card.js';

export default defineIntent({
  slots: { no: projectNo },
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看一个提案或项目和它的方案', say: '看看12号项目' },
  async handle({ unit, member, slots, now, boardUrl, chat }) {
    const project = await unit.projects.byNo(slots.no);
    if (!project) throw new Refusal('project.unknown', { no: slots.no });
    const next = await nextOf(unit, project, now);
    const text = await projectWords(unit, project, { boardUrl: boardUrl(project.no), next: nextWords(next, now), now });
    const card = matterCard(project, { steps: next.steps, member, isPrivate: chat.kind === 'single' });
    return { text: `${text}\n${await lastNotice(unit, project, 'plan', now)}`.trim(), ...card };
  },
});

import { momentWords } from '../src/domain/calendar.js';
import { states } from '../src/domain/lifecycle.js';
import { plain } from '../src/domain/plain-text.js';
import { Refusal } from '../src/domain/refusal.js';
import { defineIntent, optional, projectNo } from '../src/intent.js';
import { lastNotice } from '../src/publish/answers.js';
import { nextStep } from '../src/publish/progress-report.js';
import { projectLine } from '../src/publish/project-card.js';

export default defineIntent({
  group: '进度与验收',
  phrases: ['进度', '看看施工进度'],
  slots: { no: optional(projectNo) },
  permission: 'record.read',
  help: '看施工进度，例如“12号进度”',
  async handle({ unit, slots, now, boardUrl }) {
    const underWay = await unit.projects.inStates([
      'funded',
      'in_progress',
      'completed_pending_acceptance',
      'rectification',
    ]);
    const [only, ...others] = slots.no === undefined ? underWay : [await unit.projects.byNo(slots.no)];
    if (slots.no !== undefined && !only) throw new Refusal('project.unknown', { no: slots.no });
    if (!only) return `现在没有在施工的项目。发送“项目列表”看看各个项目到哪一步了，或看[公示栏](${boardUrl()})。`;
    if (others.length > 0) {
      const lines = underWay.map(
        project => `- ${projectLine(project)} 完成${project.percent}%，下一步：${nextStep(project)}`,
      );
      return [...lines, `看一个发送“${only.no}号进度”。`].join('\n');
    }

    const notes = await unit.works.notes(only.id);
    const last = notes.findLast(({ kind }) => kind === 'progress');
    const inspection = notes.findLast(({ kind }) => kind === 'inspection');
    return [
      `**${only.no}号 ${plain(only.title, 40)}**：${states[only.state].said}，完成${only.percent}%`,
      last ? `最近进度（${momentWords(last.at, now)}）：${plain(last.text, 100)}` : '',
      inspection ? `最近巡查（${momentWords(inspection.at, now)}）：${plain(inspection.text, 100)}` : '',
      `下一步：${nextStep(only)}`,
      await lastNotice(unit, only, 'progress', now),
      `[公示栏](${boardUrl(only.no)})`,
    ]
      .filter(Boolean)
      .join('\n');
  },
});

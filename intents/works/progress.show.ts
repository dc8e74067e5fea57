import { dayWords, momentWords } from '../../src/domain/calendar.js';
import { onlyOne } from '../../src/domain/only-one.js';
import { states, worksStates } from '../../src/domain/lifecycle.js';
import { plain } from '../../src/domain/plain-text.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { openOf } from '../../src/operations/funds/what-is-open.js';
import { passQuestion } from '../../src/operations/notice/pass-question.js';
import { called, passedOn, citedWords } from '../../src/publish/notice/answers.js';
import { openWords } from '../../src/publish/funds/open-words.js';
import { nextLine } from '../../src/operations/next-steps.js';
import { milestoneWords } from '../../src/publish/works/progress-report.js';
import { projectLine } from '../../src/publish/proposal/project-card.js';
import { progressTold } from '../../src/publish/works/progress-told.js';

export default defineIntent({
  phrases: ['进度', '看看施工进度'],
  slots: { no: optional(projectNo) },
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看公示过的施工进度', say: '12号进度' },
  async handle({ unit, slots, now, boardUrl }) {
    const works = await unit.projects.inStates(['funded', ...worksStates]);
    // Where nothing is built, and one matter is under way, that is where it has come.
    const single = slots.no === undefined && works.length === 0 ? onlyOne(await unit.projects.underWay()) : undefined;
    const underWay = single ? [single] : works;
    const [only, ...others] = slots.no === undefined ? underWay : [await unit.projects.byNo(slots.no)];
    if (slots.no !== undefined && !only) throw new Refusal('project.unknown', { no: slots.no });
    if (!only) return `现在没有在施工的项目。发送“项目列表”看看各个项目到哪一步了，或看[公示栏](${boardUrl()})。`;
    if (others.length > 0) {
      const lines = underWay.map(async project => {
        const told = await progressTold(unit, project);
        if (!told) return `- ${projectLine(project)} 还没有进度公示，下一步：${await nextLine(unit, project, now)}`;
        const next = await nextLine(unit, project, now);
        return `- ${projectLine(project)} 完成${told.percent}%（第${told.notice.no}号公示），下一步：${next}`;
      });
      return [...(await Promise.all(lines)), `看一个发送“${only.no}号进度”。`].join('\n');
    }

    if (only.state === 'accepted') {
      const matters = await openOf(unit, only, now);
      if (matters.length > 0) return openWords(only, matters, now);
    }
    const board = `[公示栏](${boardUrl(only.no)})`;
    const told = await progressTold(unit, only);
    const stoppage = await unit.watch.stoppage(only.id);
    const still = stoppage
      ? `，停工中（${dayWords(stoppage.since, now)}起，${stoppage.by === 'team' ? '监管小组' : '书记'}叫停：${plain(stoppage.reason, 60)}），复工前不能报进度`
      : '';
    const head = `**${only.no}号 ${plain(only.title, 40)}**：${states[only.state].said}${still}`;
    if (!told && worksStates.includes(only.state)) {
      const words = `有邻居问${called(only)}的进度，还没有发过进度公示。请发送“${only.no}号项目进度：……，完成几成”。`;
      const dueAt = await passQuestion(unit, { project: only, about: 'progress', words });
      return `${head}\n${passedOn(`${called(only)}的进度`, dueAt, now)}${board}`;
    }
    if (!told) return `${head}\n下一步：${await nextLine(unit, only, now)}\n${board}`;
    const { notice, percent, report, inspection, until } = told;
    const since = (await unit.works.notes(only.id)).findLast(({ kind, at }) => kind === 'progress' && at > until);
    const done = typeof since?.percent !== 'number' ? '' : `，完成${since.percent}%`;
    const milestones = milestoneWords(await unit.works.milestones(only.id), until);
    return [
      `${head}，完成${percent}%${citedWords(notice, now)}`,
      report ? `最近进度（${momentWords(report.at, now)}）：${plain(report.text, 100)}` : '',
      since ? `公示后又报（${momentWords(since.at, now)}）：${plain(since.text, 100)}${done}，会进下一次公示` : '',
      inspection ? `最近巡查（${momentWords(inspection.at, now)}）：${plain(inspection.text, 100)}` : '',
      milestones && `节点：${milestones}`,
      `下一步：${await nextLine(unit, only, now)}`,
      board,
    ]
      .filter(Boolean)
      .join('\n');
  },
});

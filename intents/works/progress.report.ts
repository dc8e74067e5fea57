import { percentIn } from '../../src/language/values/percent.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, flag, optional, projectNo, wholeNumber, words } from '../../src/talk/intent.js';
import { reportProgress } from '../../src/operations/works/report-progress.js';
import { nextLine } from '../../src/operations/next-steps.js';

export default defineIntent({
  group: '进度与验收',
  phrases: [],
  slots: {
    no: optional(projectNo),
    text: words('请问干到哪一步了？例如“路灯杆已全部立好，完成八成”。'),
    percent: optional(wholeNumber('请问完成百分之多少？例如“80%”。', 0, 100)),
    replaces: optional(flag),
  },
  takesPictures: true,
  permission: 'progress.report',
  binds: 'public',
  help: '报施工进度，例如“12号项目进度：管沟已开挖，完成50%”',
  readBack: ({ no, text, percent, replaces }) =>
    `${replaces ? '更正，' : ''}给${no ? `${String(no)}号` : ''}记进度“${plain(String(text), 40)}”${percent === undefined ? '' : `，完成${String(percent)}%`}`,
  async handle({ unit, member, slots, now, pictures, chat }) {
    // Asked what was done, people say how far it is in the same breath.
    const percent = slots.percent ?? percentIn(slots.text)?.value;
    const project = await reportProgress(unit, { member, ...slots, percent, pictures, now });
    if (project.state === 'completed_pending_acceptance') {
      const news = `${project.no}号「${plain(project.title, 40)}」已完工：${plain(slots.text, 100)}。下一步：${await nextLine(unit, project, now)}。`;
      // What was said in the group has been heard there.
      if (chat.kind === 'single') await unit.posts.toGroup({ type: 'markdown_v2', text: news }, now);
      return `进度已记，完成100%。${news}`;
    }
    return `${project.no}号进度已记：${plain(slots.text, 100)}，完成${project.percent}%。下一步：${await nextLine(unit, project, now)}。`;
  },
});

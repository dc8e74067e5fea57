import { percentIn } from '../../src/language/values/percent.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, type Field, flag, optional, projectNo, wholeNumber, words } from '../../src/talk/intent.js';
import { reportProgress } from '../../src/operations/works/report-progress.js';
import { completedWords } from '../../src/publish/works/progress-report.js';

/** The first report has none to put right. */
const isReported: Field['isShown'] = async (unit, { no }) => {
  const project = typeof no === 'number' ? await unit.projects.byNo(no) : null;
  return project !== null && (await unit.works.notes(project.id, 'progress')).length > 0;
};

export default defineIntent({
  slots: {
    no: optional(projectNo),
    text: words('请问干到哪一步了？例如“路灯杆已全部立好，完成八成”。'),
    percent: optional(wholeNumber('请问完成百分之多少？例如“80%”。', 0, 100)),
    replaces: optional({ ...flag, field: { ...flag.field, isShown: isReported } }),
  },
  takesPictures: 'asked',
  permission: 'progress.report',
  binds: 'public',
  help: { title: '报施工进度', say: '12号项目进度：管沟已开挖，完成50%' },
  readBack: ({ no, text, percent, replaces }) =>
    `${replaces ? '更正，' : ''}给${no ? `${String(no)}号` : ''}记进度“${plain(String(text), 40)}”${percent === undefined ? '' : `，完成${String(percent)}%`}`,
  async handle({ unit, member, slots, pictures }) {
    // Asked what was done, people say how far it is in the same breath.
    const percent = slots.percent ?? percentIn(slots.text)?.value;
    const { project, isDone, next } = await reportProgress(unit, { member, ...slots, percent, pictures });
    return isDone
      ? `进度已记，完成100%。${completedWords(project, { text: slots.text, next })}`
      : `${project.no}号进度已记：${plain(slots.text, 100)}，完成${project.percent}%。下一步：${next}。`;
  },
});

import { dayWords } from '../../src/domain/calendar.js';
import { beforeFunds, states, worksStates } from '../../src/domain/lifecycle.js';
import { may } from '../../src/domain/permissions.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { whichProject } from '../../src/operations/which-project.js';
import { nextLine } from '../../src/operations/next-steps.js';
import { passQuestion } from '../../src/operations/notice/pass-question.js';
import { called, passedOn, citedWords } from '../../src/publish/notice/answers.js';
import { plannedDay, standing } from '../../src/publish/works/board-schedule.js';

export default defineIntent({
  pattern:
    /^(?:(?<no>[\d０-９]{1,7})号)?(?:项目|工程)?(?:到底)?(?:什么时候|啥时候|几时|哪天|还?要?多久)(?:才能|能|可以|才)?(?:完工|修好|干完|做完|弄好|竣工|结束|好)[了呢吗啊呀？?。！!]*$/u,
  slots: { no: optional(projectNo) },
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '问什么时候完工', say: '12号什么时候完工' },
  async handle({ unit, member, slots, now, chat }) {
    const project = await whichProject(unit, { no: slots.no, rather: ['funded', ...worksStates], deed: '问工期' });
    const milestones = await unit.works.milestones(project.id);
    const notice =
      (await unit.disclosures.latest(project.id, 'progress')) ?? (await unit.disclosures.latest(project.id, 'plan'));
    const last = milestones.at(-1);
    if (project.acceptedAt) return `${called(project)}已经验收合格，${dayWords(project.acceptedAt, now)}。`;
    // Before the money is there no day of the works is set: where it stands is known, and nobody is asked.
    if (beforeFunds.includes(project.state)) {
      const planned = last && notice ? `计划${dayWords(plannedDay(last), now)}完工（来自第${notice.no}号公示）。` : '';
      return `${called(project)}现在：${states[project.state].said}，还没有开工。${planned || '哪天完工，开工前定工期时公示。'}下一步：${await nextLine(unit, project, now)}。`;
    }
    // Only who publishes may hear what is set and not published yet, and nobody beside.
    if (!last || !(notice || (chat.kind === 'single' && may(member, 'plan.publish')))) {
      const words = `有邻居问${called(project)}什么时候完工。请发送“${project.no}号工期：……”定下来。`;
      const dueAt = await passQuestion(unit, { project, about: 'finish', words });
      return passedOn(`${called(project)}的工期`, dueAt, now);
    }
    const next = milestones.find(({ doneAt }) => doneAt === null);
    const ahead = next
      ? `下一个节点“${plain(next.name, 20)}”计划${dayWords(plannedDay(next), now)}，${standing(next, now)}。`
      : '';
    // A plan that was published before the days were set cannot be where they stand.
    const isTold = notice?.kind === 'progress' || notice?.text.includes(last.name);
    const where = notice && isTold ? citedWords(notice, now) : notice ? '工期在公示栏上。' : '还没有公示。';
    return `${called(project)}计划${dayWords(plannedDay(last), now)}“${plain(last.name, 20)}”后完工。${ahead}${where}`;
  },
});

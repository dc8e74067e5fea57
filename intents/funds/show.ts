import { movedTo, paidIn } from '../../src/domain/funds/ledger.js';
import { isInRound } from '../../src/domain/lifecycle.js';
import { yuan } from '../../src/domain/money.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { nextLine } from '../../src/operations/next-steps.js';
import { passQuestion } from '../../src/operations/notice/pass-question.js';
import { called, fundsLine, fundsNoticeOf, lastOver, passedOn, citedWords } from '../../src/publish/notice/answers.js';
import { fundsNotice, fundsTold } from '../../src/publish/funds/funds-report.js';
import { roundWords } from '../../src/publish/pledge/round-words.js';

export default defineIntent({
  phrases: ['资金', '收支', '看看账本'],
  slots: { no: optional(projectNo) },
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看公示过的收支', say: '12号收支' },
  async handle({ unit, member, slots, now, chat, boardUrl }) {
    if (slots.no === undefined) {
      const projects = (await unit.projects.underWay()).filter(({ budgetFen }) => budgetFen !== null);
      const [only, ...others] = projects;
      if (!only)
        return `现在没有收支中的项目。${await lastOver(unit)}以前的账见[公示栏](${boardUrl()})，或发送“12号收支”。`;
      if (others.length > 0) {
        const lines = await Promise.all(projects.slice(0, 20).map(project => fundsLine(unit, project)));
        return [...lines, '看一个发送“12号收支”。'].join('\n');
      }
      slots = { no: only.no };
    }
    const project = await unit.projects.byNo(slots.no ?? 0);
    if (!project) throw new Refusal('project.unknown', { no: slots.no ?? 0 });

    const notice = await fundsNoticeOf(unit, project);
    const [last] = (await unit.ledger.entries(project.id)).slice(-1);
    const own = member.householdId === null ? [] : await unit.ledger.entriesOf(project.id, member.householdId);
    const ownWords =
      chat.kind === 'group' || member.householdId === null
        ? ''
        : `\n您家：认捐${yuan(movedTo('promised', own))}，已交${yuan(paidIn(own))}。`;
    const board = `[公示栏](${boardUrl(project.no)})`;
    const nobodyPays = project.state === 'referred' ? '已转给该管的一方办，不向居民筹款。' : '';
    // What is promised and comes in stands in the answer to each pledge: nobody is asked for it.
    const round = isInRound(project)
      ? `${called(project)}：${await roundWords(unit, project, { now, isMoney: true })}`
      : '';
    if (!last && round === '')
      return `${called(project)}${nobodyPays || '还没有收支。'}${project.budgetFen === null ? '' : `预算${yuan(project.budgetFen)}。`}下一步：${await nextLine(unit, project, now)}。${board}${ownWords}`;
    if (!notice && round !== '') return `${round}${board}${ownWords}`;
    if (!notice) {
      const words = `有邻居问${called(project)}的收支，还没有发过资金公示。每周第一个工作日9:00自动公示；请先答复邻居。`;
      const dueAt = await passQuestion(unit, { project, about: 'funds', words });
      return `${passedOn(`${called(project)}的收支`, dueAt, now)}${board}${ownWords}`;
    }
    const figures = fundsNotice(project, await fundsTold(unit, project, notice), notice.at);
    const later = last && last.at > notice.at ? '之后又有变动，下次公示写明。' : '';
    const live = later === '' || round === '' ? '' : `\n现在${round}`;
    return `${figures}\n${citedWords(notice, now)}${later}${board}${live}${ownWords}`;
  },
});

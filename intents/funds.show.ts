import { movedTo, paidIn } from '../src/domain/ledger.js';
import { yuan } from '../src/domain/money.js';
import { Refusal } from '../src/domain/refusal.js';
import { defineIntent, optional, projectNo } from '../src/intent.js';
import { lastNotice } from '../src/publish/answers.js';
import { fundsNotice, fundsOf, threeNumbers } from '../src/publish/funds-report.js';

export default defineIntent({
  group: '资金',
  phrases: ['资金', '收支', '看看账本'],
  slots: { no: optional(projectNo) },
  permission: 'record.read',
  help: '看钱的收支，例如“12号收支”',
  async handle({ unit, member, slots, now, chat, boardUrl }) {
    if (slots.no === undefined) {
      const projects = (await unit.projects.underWay()).filter(({ budgetFen }) => budgetFen !== null);
      const [only, ...others] = projects;
      if (!only) return `现在没有收支中的项目。以前的账见[公示栏](${boardUrl()})，或发送“12号收支”。`;
      if (others.length > 0) {
        const lines = projects.slice(0, 20).map(async project => {
          const funds = await fundsOf(unit, project);
          return `- ${project.no}号：${threeNumbers(funds)}｜已付${yuan(funds.spentFen)}｜结余${yuan(funds.balanceFen)}`;
        });
        return [...(await Promise.all(lines)), '看一个发送“12号收支”。'].join('\n');
      }
      slots = { no: only.no };
    }
    const project = await unit.projects.byNo(slots.no ?? 0);
    if (!project) throw new Refusal('project.unknown', { no: slots.no ?? 0 });
    const text = `${fundsNotice(project, await fundsOf(unit, project), now)}\n${await lastNotice(unit, project, 'funds', now)}[公示栏](${boardUrl(project.no)})`;
    if (chat.kind === 'group' || member.householdId === null) return text;
    const own = await unit.ledger.entriesOf(project.id, member.householdId);
    return `${text}\n您家：认捐${yuan(movedTo('promised', own))}，已交${yuan(paidIn(own))}。`;
  },
});

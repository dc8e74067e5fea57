import { dayOf } from '../../src/domain/calendar.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, projectNo, words } from '../../src/talk/intent.js';
import { readMonth } from '../../src/language/values/time/month.js';
import { monthlySheet, statementNotice } from '../../src/publish/funds/funds-statement.js';

export default defineIntent({
  pattern:
    /^(?:查看?|看看?)?(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?<month>(?:(?:[\d０-９]{4}|去|今)年)?[\d０-９一二三四五六七八九十]{1,3}月份?|上个?月|[本当]月|这个?月)(?:的)?(?:收支明细|收支表|月报表?|对账单|账单|明细账?)[。！]?$/u,
  slots: { no: projectNo, month: words('请问是哪个月？例如“3月”。', 20) },
  permission: 'record.read',
  binds: 'nobody',
  help: {
    title: '看一个月的收支明细',
    when: '看一个月的收支明细，可下载表格',
    say: '12号3月收支明细',
    more: '也可以说“12号上月收支明细”',
  },
  async handle({ unit, slots: { no, month: said }, now, boardUrl }) {
    const project = await unit.projects.byNo(no);
    if (!project) throw new Refusal('project.unknown', { no });
    const month = readMonth(said, dayOf(now));
    const sheet = month === undefined ? null : await monthlySheet(unit, project, month);
    if (!sheet) throw new Refusal('statement.month', { no });
    return statementNotice(unit, sheet, boardUrl(no));
  },
});

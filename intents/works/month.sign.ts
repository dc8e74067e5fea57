import { monthTold } from '../../src/domain/calendar.js';
import { defineIntent, projectNo } from '../../src/talk/intent.js';
import { signTeamMonth } from '../../src/operations/works/team-month.js';

export default defineIntent({
  pattern:
    /^(?<no>[\d０-９]{1,7})号(?:项目)?的?监管(?:小组)?月报[，,:：\s]*(?:我)?(?:签字|签名|签了|已签|没问题|无误|没有错|确认|[✔✅√☑]\ufe0f?)[。！!]*$/u,
  slots: { no: projectNo },
  permission: 'inspection.report',
  binds: 'public',
  help: {
    title: '给上个月的监管月报签字',
    say: '12号监管月报✔',
    more: '签完在群里公布',
  },
  readBack: ({ no }) => `给${String(no)}号的监管月报签字`,
  async handle({ unit, member, slots: { no } }) {
    const { report, team, isWhole } = await signTeamMonth(unit, { member, no });
    if (!isWhole)
      return `已签：${no}号${monthTold(report.month)}监管月报，${team}人签了${report.people.length}人。签完在群里公布。`;
    return `已签：${no}号${monthTold(report.month)}监管月报${team}人签完了，已在群里公布。`;
  },
});

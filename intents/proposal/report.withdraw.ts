import { defineIntent, reportNo } from '../../src/talk/intent.js';
import { withdrawReport } from '../../src/operations/proposal/own-report.js';

export default defineIntent({
  pattern: /^(?:我)?(?:撤回|撤销|取消)报事(?<report>[\d０-９]{1,7})号?[。！!]*$/u,
  slots: { report: reportNo },
  permission: 'report.open',
  binds: 'public',
  takesBack: 'deed',
  help: {
    title: '自己报的事不用办了',
    say: '撤回报事7',
    more: '别人也报过的，只撤您这一份',
  },
  readBack: ({ report }) => `撤回报事${String(report)}里您报的那一份`,
  async handle({ unit, member, slots: { report: no } }) {
    const { others } = await withdrawReport(unit, { member, report: no });
    return others === 0
      ? `报事${no}撤回了，已告诉管事的人。又出了事请重新发送“报事：……”。`
      : `您这一份撤回了，以后不再告诉您；还有${others}人报过，报事${no}接着办。`;
  },
});

import { defineIntent, projectNo } from '../../src/talk/intent.js';
import { clearCancelled } from '../../src/operations/works/clear-cancelled.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?终止(?:的)?账目无异议[。！]?$/u,
  slots: { no: projectNo },
  permission: 'spend.hold',
  help: {
    title: '看过终止项目的账',
    say: '12号终止账目无异议',
    more: '出纳才退余款',
  },
  async handle({ unit, member, slots: { no } }) {
    await clearCancelled(unit, { member, no });
    return `${no}号终止账目无异议，已记下。出纳可以退余款了。`;
  },
});

import { type Destination, destinationIds, destinations } from '../../src/domain/funds/ledger.js';
import { defineIntent, projectNo, words } from '../../src/talk/intent.js';
import { ruleSurplus } from '../../src/operations/funds/pass-surplus.js';
import { toPublish } from '../../src/publish/plan/plan-notice.js';

const names = destinationIds.map(id => destinations[id]).join('|');

export default defineIntent({
  pattern: new RegExp(
    String.raw`^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?余款(?:将来|以后)?(?:转给|转入|转到|留给|退还)(?<to>${names}|各户)[。！]?$`,
    'u',
  ),
  slots: { no: projectNo, to: words('请问余款给谁？例如“维修资金”。', 20) },
  permission: 'plan.publish',
  help: {
    title: '定余款的去向',
    when: '书记在发布方案前定余款的去向',
    say: '12号余款转给维修资金',
    more: '还有下个项目、社区慈善基金；不定就退还各户',
  },
  async handle({ unit, slots: { no, to: said } }) {
    const to: Destination | null = destinationIds.find(id => destinations[id] === said) ?? null;
    const project = await ruleSurplus(unit, { no, to });
    const where = to === null ? '按实交比例退还各户' : `转给${destinations[to]}`;
    return `${no}号的余款将来${where}。${toPublish(project, '方案公示里会写明。')}`;
  },
});

import { yuan } from '../../domain/money.js';
import { rulesAt } from '../../domain/rules.js';
import { topics } from '../../store/notice/topics.js';
import { tells } from '../tells.js';
import { unclaimedNotice } from './final-notices.js';

/** The household hears in private that its money waits; the notice names nobody. */
export default tells<'funds.held'>(async (unit, { project, entry, householdId, amountFen }, { now }) => {
  const rules = rulesAt(now);
  return [
    {
      members: (await unit.members.boundTo([householdId])).map(({ userid }) => userid),
      text: `${project.no}号退给您家的${yuan(amountFen)}没能送到，已经替您存着，请找社区出纳领取，${rules.unclaimedYears}年内随时可以领。`,
      about: { topic: topics.held(project, { householdId }) },
    },
    { notice: { project, kind: 'funds', occasion: `entry ${entry.no}`, text: unclaimedNotice(project, rules, now) } },
  ];
});

import { yuan } from '../../domain/money.js';
import { tells } from '../tells.js';

const why: Readonly<Record<string, string>> = { cancelled: '项目终止，退', funding_failed: '认筹没有达标，退' };

/** Every household hears in private what it gets back. */
export default tells<'funds.refunded'>(async (unit, { project, shares }) => {
  const bound = await unit.members.boundByHome(shares.map(({ householdId }) => householdId));
  return shares.map(({ householdId, amountFen }) => ({
    members: (bound.get(householdId) ?? []).map(({ userid }) => userid),
    text: `${project.no}号${why[String(project.state)] ?? '余款退'}还您家${yuan(amountFen)}，由出纳原路退回，请留意查收。`,
    about: 'plain fact' as const,
  }));
});

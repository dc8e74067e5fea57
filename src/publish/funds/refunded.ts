import { yuan } from '../../domain/money.js';
import { tells } from '../tells.js';

const why: Readonly<Record<string, string>> = { cancelled: '项目终止，退', funding_failed: '认筹没有达标，退' };

/** Every household hears in private what it gets back. */
export default tells<'funds.refunded'>(async (unit, { project, shares }) => {
  return Promise.all(
    shares.map(async ({ householdId, amountFen }) => ({
      members: (await unit.members.boundTo([householdId])).map(({ userid }) => userid),
      text: `${project.no}号${why[String(project.state)] ?? '余款退'}还您家${yuan(amountFen)}，由出纳原路退回，请留意查收。`,
      about: 'plain fact' as const,
    })),
  );
});

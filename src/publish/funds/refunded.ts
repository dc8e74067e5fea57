import { yuan } from '../../domain/money.js';
import { tells } from '../tells.js';

const why: Readonly<Record<string, string>> = { cancelled: '项目终止，退', funding_failed: '认筹没有达标，退' };

/** Every household hears in private what it gets back. */
export default tells<'funds.refunded'>(async (unit, { project, shares }) => {
  const fen = new Map(shares.map(({ householdId, amountFen }) => [householdId, amountFen]));
  const members = await unit.members.boundTo([...fen.keys()]);
  return members.map(({ userid, householdId }) => ({
    members: [userid],
    text: `${project.no}号${why[String(project.state)] ?? '余款退'}还您家${yuan(fen.get(householdId ?? 0) ?? 0)}，由出纳原路退回，请留意查收。`,
    about: 'plain fact',
  }));
});

import { maskName, maskPlace } from '../../domain/masking.js';
import { yuan } from '../../domain/money.js';
import { tells } from '../tells.js';

/** The household hears of it in private, from whom only where the giver may be named. */
export default tells<'pledge.for-another'>(async (unit, { project, member, home, amountFen, unnamed, isSaidFor }) => {
  const giver =
    unnamed || !member.household ? '一位邻居' : `${maskPlace(member.household)}（${maskName(member.name)}）`;
  const text = isSaidFor
    ? `${maskName(member.name)}替您家代说：给${project.no}号认捐${yuan(amountFen)}，由您家自己交。您家没有这样说过，请告诉楼长，或发送“撤回${project.no}号认捐”，付款前都能撤。`
    : `${giver}替您家给${project.no}号认捐${yuan(amountFen)}，由对方交钱，余款也退给对方，您不用做什么。`;
  return [{ members: (await unit.members.boundTo([home.id])).map(({ userid }) => userid), text, about: 'plain fact' }];
});

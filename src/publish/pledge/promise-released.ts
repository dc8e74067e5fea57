import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';

/** The household alone hears that its promise is off, and that it is still welcome. */
export default tells<'pledge.promise-released'>(async (unit, { project: { no }, household, amountFen, reason }) => [
  {
    members: (await unit.members.boundTo([household.id])).map(({ userid }) => userid),
    text: `您家给${no}号认捐、还没有交的${yuan(amountFen)}，书记已经放回，不用再交了。原因：${plain(reason, 100)}。没有关系，只公布放回的总数，不公布是哪一户。还想出的，把钱交给社区出纳就算数。`,
    about: 'plain fact',
  },
]);

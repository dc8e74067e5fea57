import { tells } from '../tells.js';

export default tells<'ballot.paper-disputed'>(async (unit, { poll, paper }) => [
  {
    members: await unit.members.withRole('supervisor'),
    text: `${poll.no}号表决的纸票${paper.id}，本人提出有误，已停用，请监督。`,
    about: 'plain fact',
  },
]);

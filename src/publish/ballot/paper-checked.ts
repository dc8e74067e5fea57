import { tells } from '../tells.js';

export default tells<'ballot.paper-checked'>(async (unit, { poll, paper }) => {
  if (paper.state === 'returned') {
    const helper = await unit.members.byId(paper.enteredById);
    const text = `${poll.no}号表决的纸票${paper.id}核对不符，已退回，请对着照片重新登记。`;
    return [{ members: helper ? [helper.userid] : [], text, about: { until: poll.closesAt } }];
  }
  const voters = await unit.members.boundTo([paper.householdId]);
  return [
    {
      members: voters.map(({ userid }) => userid),
      // Never what it says: another may be reading.
      text: `您家在${poll.no}号表决的纸票已登记。私聊发送“我的票”核对；有误请在截止前发送“${poll.no}号纸票有误”。`,
      about: { topic: `paper/${poll.id}`, until: poll.closesAt },
    },
  ];
});

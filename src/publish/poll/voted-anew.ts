import { tells } from '../tells.js';

export default tells<'poll.voted-anew'>(async (unit, { poll, before }, { by }) => {
  const first = await unit.members.byId(before.memberId);
  const earlier = first ? [first.userid] : [];
  const about = { topic: `vote/${poll.id}`, until: poll.closesAt };
  // An agent hears that the principal voted in person: what the agent had said counts no more.
  if (before.channel === 'proxy') {
    const text = `${poll.no}号表决您代投的那一户，委托人自己投了，以本人的为准，您不用再代投。`;
    return [{ members: earlier, text, about }];
  }
  // Both of the household are told, and nobody else.
  const rule = poll.electorate
    ? '业主表决一户一票，几位共有人投得不一样就先不计票，请书面推一位代表，找楼长登记。'
    : '以最后一次为准，截止前还可以改。';
  const text = `您家在${poll.no}号表决的票刚刚由家里另一位改投了，${rule}`;
  return [{ members: [...earlier, by], text, about }];
});

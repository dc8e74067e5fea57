import { tells } from '../tells.js';

export default tells<'ballot.mandate-checked'>(async (unit, { poll, mandate }) => {
  const agent = await unit.members.byId(mandate.memberId);
  const [what, how] =
    mandate.kind === 'proxy'
      ? ['委托', `发送“${poll.no}号代3号楼2单元301同意”这样的话（换成委托人的房号）`]
      : ['代表', '直接投票就行'];
  const text = `您在${poll.no}号表决的${what}已核对生效，${how}。`;
  const about = { topic: `mandate/${mandate.id}`, until: poll.closesAt };
  return [{ members: agent ? [agent.userid] : [], text, about }];
});

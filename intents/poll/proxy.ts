import { addressForm } from '../../src/language/values/people/household.js';
import { defineIntent, place, projectNo, words } from '../../src/talk/intent.js';
import { castVote } from '../../src/operations/poll/cast-vote.js';
import { whichHousehold } from '../../src/operations/people/which-household.js';
import { spokenChoice } from '../../src/publish/poll/poll-card.js';

export default defineIntent({
  pattern: new RegExp(
    `^(?<no>[\\d０-９]{1,7})号(?:表决)?(?:我)?(?:代|代替|替)(?<place>${addressForm})(?:户|家)?(?:投|投票)?[:：，,\\s]*(?<choice>同意|赞成|不同意|反对|弃权|选.{1,30})[。！]?$`,
    'u',
  ),
  slots: {
    no: projectNo,
    place: place('请问替哪一户投？例如“3号楼2单元301”。'),
    choice: words('请问投同意、反对还是弃权？', 50),
  },
  permission: 'poll.vote',
  help: {
    title: '替委托人投票',
    when: '持有已核对的委托书，替委托人投票',
    say: '12号代3号楼2单元301同意',
  },
  async handle({ unit, member, slots, random, chat }) {
    const principal = await whichHousehold(unit, slots.place);
    const cast = { member, no: slots.no, choice: spokenChoice(slots.choice), reason: undefined, principal };
    const { poll, tally } = await castVote(unit, { ...cast, random });
    if (chat.kind === 'group') return `${poll.no}号受托的票记下了`;
    return `${poll.no}号：受托的一票已记下，截止前可以改；委托人自己投了，就以本人的为准。已有${tally.voted}${tally.area ? '人' : '户'}投票。`;
  },
});

import { addressForm } from '../../src/language/values/people/household.js';
import { defineIntent, optional, place, projectNo } from '../../src/talk/intent.js';
import { enterMandate } from '../../src/operations/ballot/give-mandate.js';

export default defineIntent({
  pattern: new RegExp(
    `^(?:登记)?(?:(?<no>[\\d０-９]{1,7})号)?(?:表决)?(?:的)?(?:委托|代表)[:：，,\\s]*(?<place>${addressForm})[:：，,\\s]*(?:由|委托|推选|推)(?<agent>[^，,：:\\s]{2,20}?)(?:代为投票|代投|投票|代表|做代表|为代表)?[。！]?$`,
    'u',
  ),
  slots: {
    no: optional(projectNo),
    place: place('请问是哪一户委托？例如“3号楼2单元301”。'),
    agent: place('请问委托谁投？请写受托人的房号或姓名。'),
  },
  takesPictures: true,
  permission: 'poll.paper',
  help: {
    title: '登记委托书',
    when: '登记委托书：先在私聊里发委托书照片',
    say: '12号委托：3号楼2单元301由2号楼1单元102代投',
    more: '共有人推代表也这样登记，由另一人核对后生效',
  },
  async handle({ unit, member, slots, pictures }) {
    const { poll, mandate } = await enterMandate(unit, { member, ...slots, pictures });
    const word = mandate.kind === 'proxy' ? '委托' : '代表';
    return `${poll.no}号的${word}已登记，编号${mandate.id}。请另一个人看过原件后发送“核对委托${mandate.id}一致”，核对后生效。`;
  },
});

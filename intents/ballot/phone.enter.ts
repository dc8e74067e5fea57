import { placeWords } from '../../src/domain/masking.js';
import { addressForm } from '../../src/language/values/people/household.js';
import { Confirm, defineIntent, money, optional, place, projectNo, words } from '../../src/talk/intent.js';
import { enterPhone } from '../../src/operations/ballot/helper-note.js';
import { toldWords } from '../../src/domain/ballot/told.js';
import { whichHousehold } from '../../src/operations/people/which-household.js';
import { Refusal } from '../../src/domain/refusal.js';

export default defineIntent({
  group: '认捐',
  pattern: new RegExp(
    `^电话(?:登记|记录)?[:：，,\\s]*(?<place>${addressForm})[:：，,\\s]*(?<no>[\\d０-９]{1,7})号(?:项目)?[:：，,\\s]*(?:(?:我家?|他家?)?(?:出|认捐|捐)[:：\\s]*(?<amount>[\\d.,，]{1,12}(?:元|块钱?|万元?))|异议[:：，,\\s]+(?<text>[^]{2,200}))[。！!]*$`,
    'u',
  ),
  slots: {
    place: place('请问是哪一户打来的？例如“3号楼2单元301”。'),
    no: projectNo,
    amount: optional(money),
    text: optional(words('请问有什么不同意见？', 200)),
  },
  permission: 'poll.paper',
  help: {
    title: '替不用手机的住户记电话',
    say: '电话：3号楼2单元301 12号出200元',
    more: '也可以说“电话：3号楼2单元301 12号异议：太吵”；先念给对方听，另一人打回去核对后才办；投票要本人签名，不能在电话里投',
  },
  async handle({ unit, member, slots, confirmed }) {
    const kind = slots.amount === undefined ? ('objection' as const) : ('pledge' as const);
    const told = { no: slots.no, kind, amountFen: slots.amount ?? null, text: slots.text ?? null };
    if ((told.amountFen === null) === (told.text === null)) throw new Refusal('phone.unclear', {});
    if (!confirmed) {
      const home = placeWords(await whichHousehold(unit, slots.place));
      throw new Confirm(`请念给对方听：“您是${home}，要${toldWords(told)}，对吗？”对方说“对”才算。`);
    }
    const { note } = await enterPhone(unit, { member, place: slots.place, told });
    return `记为电话${note.no}，还没有办。请另一位楼长、网格员或监管小组成员打回去核对，再发送“核对电话${note.no}一致”或“核对电话${note.no}不符”。`;
  },
});

import { onlyOne } from '../../src/domain/only-one.js';
import { plainChoices, plainKinds } from '../../src/domain/poll/choices.js';
import { plain } from '../../src/domain/plain-text.js';
import { choicesNamed } from '../../src/language/values/choice.js';
import { addressForm } from '../../src/language/values/people/household.js';
import { Confirm, defineIntent, optional, place, projectNo, words } from '../../src/talk/intent.js';
import { enterPaper } from '../../src/operations/ballot/enter-paper.js';
import { spokenChoice } from '../../src/publish/poll/poll-card.js';

export default defineIntent({
  pattern: new RegExp(
    `^(?:登记)?(?:(?<no>[\\d０-９]{1,7})号)?(?:表决)?(?:的)?纸票[:：，,\\s]*(?<place>${addressForm})[:：，,\\s]*(?:投|选)?(?<choice>同意|赞成|不同意|反对|弃权|(?!清单|有误).{1,30})[。！]?$`,
    'u',
  ),
  slots: {
    no: optional(projectNo),
    place: place('请问是哪一户的纸票？例如“3号楼2单元301”。'),
    choice: words('请问纸票上选的是同意、反对还是弃权？', 50),
  },
  takesPictures: true,
  permission: 'poll.paper',
  help: {
    title: '代录纸票',
    when: '代录纸票：先在私聊里发签了名的纸票照片',
    say: '12号纸票：3号楼2单元301 同意',
    more: '由另一人核对后才算',
  },
  async handle({ unit, member, slots, now, pictures, confirmed }) {
    const plainly = spokenChoice(slots.choice);
    // 的老太太同意: the one choice among other words is read back.
    const heard = plainly === slots.choice ? onlyOne(choicesNamed(slots.choice)) : undefined;
    const entry = { member, no: slots.no, place: slots.place, choice: plainly, heard, pictures };
    const { poll, paper } = await enterPaper(unit, { ...entry, now });
    if (heard && poll.options === null && !confirmed)
      throw new Confirm(
        `您是要登记${poll.no}号${plain(slots.place.said, 30)}的纸票“${plainChoices[plainKinds.indexOf(heard)]}”吗？`,
      );
    return `${poll.no}号的纸票已登记，编号${paper.id}。请另一位楼长、网格员或监管小组成员在私聊里发送“看纸票${paper.id}”，对着照片核对后发送“核对纸票${paper.id}一致”或“核对纸票${paper.id}不符”。`;
  },
});

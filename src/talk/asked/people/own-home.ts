import { placeWords } from '../../../domain/masking.js';
import { plain } from '../../../domain/plain-text.js';
import { bindingWords } from '../standings.js';
import { topic } from '../topic.js';

/** To which home the speaker is bound, and who else is. */
export default topic({
  title: '我家绑的是哪一户、有谁',
  said: `
    我家绑的是谁 我家绑了几个人 我这个号绑的哪一户 系统里我家登记的谁 我绑上的是几号楼 我名下是哪一套 我家都有谁绑了 我登记的房号对不对
    我家那户绑定的名字是谁 我现在算哪一户的 你那儿我家写的是谁 我绑的地址是哪儿 我家户口本上那几个都绑了没 查下我绑定的房子 我是不是绑在301
  `,
  answer: async asked => {
    const { unit, member } = asked.turn;
    const { household } = member;
    if (!household) return bindingWords(asked.turn);
    return asked.own(async () => {
      const names = (await unit.members.speakingFor(household)).map(({ name }) => plain(name, 10));
      const also = member.others.length > 0 ? `您另外还有${member.others.map(placeWords).join('、')}。` : '';
      return `您家绑定的是${placeWords(household)}，绑了${names.length}个账号：${names.join('、')}。${also}不对的说“解除我的绑定”，或者找楼长、书记。`;
    });
  },
});

import { notedForms, paperForms } from '../../src/domain/ballot/paper-form.js';
import { addressForm } from '../../src/language/values/people/household.js';
import {
  defineIntent,
  money,
  oneOf,
  place,
  projectNo,
  type SlotKind,
  wholeNumber,
  words,
} from '../../src/talk/intent.js';
import { enterSheet } from '../../src/operations/ballot/helper-note.js';
import { toldWords } from '../../src/domain/ballot/told.js';

const said = { support: '附议', pledge: '认捐', objection: '意见', rating: '打分' } as const;

const kinds = oneOf(
  '请问是哪一种单子：附议、认捐、意见还是打分？',
  notedForms,
  notedForms.map(form => [form, paperForms[form].said]),
);

/** By its word in a sentence, or as the code of the sheet names it. */
const sheetForm: typeof kinds = {
  ...kinds,
  accept: value => kinds.accept(notedForms.find(form => said[form] === value) ?? value),
};

function askedOf<T>(form: keyof typeof said, kind: SlotKind<T>): SlotKind<T | undefined> {
  return { ...kind, needed: slots => sheetForm.accept(slots['form']) === form };
}

export default defineIntent({
  pattern: new RegExp(
    `^(?<no>[\\d０-９]{1,7})号(?:项目)?(?:的)?纸单[:：，,\\s]*(?<place>${addressForm})[:：，,\\s]*(?:(?<form>附议|认捐|意见|打分)[:：，,\\s]*(?:(?<amount>[\\d.,，]{1,12}(?:元|块钱?|万元?))|(?<score>[1-5])分?|(?<text>[^]{2,200}))?)?[。！!]*$`,
    'u',
  ),
  slots: {
    no: projectNo,
    place: place('请问是哪一户填的？例如“3号楼2单元301”。'),
    form: sheetForm,
    amount: askedOf('pledge', { ...money, ask: '纸上写的是多少元？例如“200元”。写的是出工、出物的，请另外登记。' }),
    text: askedOf('objection', words('纸上写的是什么意见？请照着打字。', 200)),
    score: askedOf('rating', wholeNumber('纸上勾的是几分？例如“5分”。', 1, 5)),
  },
  takesPictures: true,
  permission: 'poll.paper',
  help: {
    title: '录住户填好的附议单、认捐单、意见单、打分单',
    when: '录住户填好的附议单、认捐单、意见单、打分单：在私聊里把单子拍照发来，认得是哪一户的哪一张；也可以发照片后',
    say: '12号纸单：3号楼2单元301 认捐200元',
    more: '另一人看照片核对后才办',
  },
  async handle({ unit, member, slots, pictures }) {
    const { no, form: kind, amount, text, score } = slots;
    const told = {
      no,
      kind,
      amountFen: kind === 'pledge' ? (amount ?? null) : null,
      text: kind === 'objection' ? (text ?? null) : kind === 'rating' ? String(score) : null,
    };
    const { note } = await enterSheet(unit, { member, place: slots.place, told, pictures });
    return `记为纸单${note.no}：${toldWords(told)}，还没有办。请另一位楼长、网格员或监管小组成员在私聊里发送“看纸单${note.no}”，对着照片核对后发送“核对纸单${note.no}一致”或“核对纸单${note.no}不符”。`;
  },
});

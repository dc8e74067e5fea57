import { agreeing, defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { checkPhone } from '../../src/operations/ballot/helper-note.js';

export default defineIntent({
  group: '认捐',
  pattern: /^核对电话(?<phone>[\d０-９]{1,7})号?[:：，,\s]*(?<verdict>一致|不符)[。！!]?$/u,
  slots: {
    phone: wholeNumber('请问核对电话几？例如“核对电话3一致”。', 1, 9_999_999),
    verdict: agreeing,
  },
  permission: 'paper.check',
  help: {
    title: '打回去核对别人记的电话',
    say: '核对电话3一致',
    more: '也可以说“核对电话3不符”；记的人不能自己核对',
  },
  async handle({ unit, member, slots: { phone, verdict } }) {
    const isRight = verdict === '一致';
    const note = await checkPhone(unit, { member, phone, isRight });
    return isRight ? `电话${note.no}核对一致，办好了。` : `电话${note.no}核对不符，没有办，已告诉登记的人。`;
  },
});

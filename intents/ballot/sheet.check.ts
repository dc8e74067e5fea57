import { agreeing, defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { checkSheet } from '../../src/operations/ballot/helper-note.js';

export default defineIntent({
  pattern: /^核对纸单[:：\s]*(?<sheet>[\d０-９]{1,7})号?[:：，,\s]*(?<verdict>一致|不符)[。！!]?$/u,
  slots: {
    sheet: wholeNumber('请问核对哪一张纸单？例如“核对纸单3一致”。', 1, 9_999_999),
    verdict: agreeing,
  },
  permission: 'paper.check',
  help: {
    title: '第二个人对着照片核对住户填的单子',
    say: '核对纸单3一致',
    more: '也可以说“核对纸单3不符”；录的人不能自己核对',
  },
  async handle({ unit, member, slots: { sheet, verdict } }) {
    const isRight = verdict === '一致';
    const note = await checkSheet(unit, { member, sheet, isRight });
    return isRight ? `纸单${note.no}核对一致，办好了。` : `纸单${note.no}核对不符，没有办，已告诉录的人。`;
  },
});

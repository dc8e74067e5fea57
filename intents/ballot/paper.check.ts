import { agreeing, defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { checkPaper } from '../../src/operations/ballot/enter-paper.js';

export default defineIntent({
  pattern:
    /^核对纸票[:：\s]*(?<paper>[\d０-９]{1,7})号?[:：，,\s]*(?<result>一致|相符|对|没错|不符|不一致|不对|有误)[。！]?$/u,
  slots: {
    paper: wholeNumber('请问核对哪一张纸票？', 1, 9_999_999),
    result: agreeing,
  },
  permission: 'paper.check',
  help: {
    title: '第二个人核对纸票',
    say: '核对纸票7一致',
    more: '也可以说“核对纸票7不符”',
  },
  async handle({ unit, member, slots, random }) {
    const isRight = slots.result === '一致';
    const { poll, paper } = await checkPaper(unit, { member, paper: slots.paper, isRight, random });
    return isRight
      ? `纸票${paper.id}核对一致，已计入${poll.no}号表决。本人可以在截止前提出有误。`
      : `纸票${paper.id}核对不符，已退回登记人，不计票。`;
  },
});

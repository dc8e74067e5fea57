import { agreeing, defineIntent, optional, wholeNumber } from '../../src/talk/intent.js';
import { checkPaper, checkPapers } from '../../src/operations/ballot/enter-paper.js';

const lastOfThem = wholeNumber('请问一起核对到第几张？', 1, 9_999_999);

export default defineIntent({
  pattern:
    /^核对纸票[:：\s]*(?<paper>[\d０-９]{1,7})号?(?:[到至—-](?<last>[\d０-９]{1,7})号?)?(?:都|全部?)?[:：，,\s]*(?<result>一致|相符|对|没错|不符|不一致|不对|有误)[。！]?$/u,
  slots: {
    paper: wholeNumber('请问核对哪一张纸票？', 1, 9_999_999),
    // Several on one picture are looked at together.
    last: optional({ ...lastOfThem, field: { ...lastOfThem.field, isOnAsk: true as const, isFree: true as const } }),
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
    if (slots.last !== undefined) {
      const check = { member, paper: slots.paper, last: slots.last, isRight, random };
      const { poll, count } = await checkPapers(unit, check);
      return `纸票${slots.paper}到${slots.last}共${count}张核对一致，已计入${poll.no}号表决。本人可以在截止前提出有误。`;
    }
    const { poll, paper } = await checkPaper(unit, { member, paper: slots.paper, isRight, random });
    return isRight
      ? `纸票${paper.id}核对一致，已计入${poll.no}号表决。本人可以在截止前提出有误。`
      : `纸票${paper.id}核对不符，已退回登记人，不计票。`;
  },
});

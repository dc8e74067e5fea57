import { agreeing, defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { checkMandate } from '../../src/operations/ballot/give-mandate.js';

export default defineIntent({
  pattern:
    /^核对(?:委托|代表)书?[:：\s]*(?<mandate>[\d０-９]{1,7})号?[:：，,\s]*(?<result>一致|相符|不符|不一致|不对)[。！]?$/u,
  slots: {
    mandate: wholeNumber('请问核对哪一份委托？', 1, 9_999_999),
    result: agreeing,
  },
  permission: 'paper.check',
  help: { title: '第二个人核对委托书', say: '核对委托3一致' },
  async handle({ unit, member, slots }) {
    const isRight = slots.result === '一致';
    const { mandate } = await checkMandate(unit, { member, mandate: slots.mandate, isRight });
    return isRight ? `委托${mandate.id}已核对生效，受托人会收到通知。` : `委托${mandate.id}核对不符，已退回，不生效。`;
  },
});

import { defineIntent, projectNo, wholeNumber } from '../../src/talk/intent.js';
import { fulfilOffer } from '../../src/operations/pledge/fulfil-offer.js';
import { offerWords } from '../../src/publish/pledge/offer-words.js';

export default defineIntent({
  pattern:
    /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?:捐物|出工)?第(?<nth>[\d０-９]{1,4})项(?:已|已经)?(?:到|收到|送到|做完|干完|完成)(?:了)?[。！]?$/u,
  slots: { no: projectNo, nth: wholeNumber('请问是清单上的第几项？例如“3”。', 1, 10_000) },
  permission: 'pledge.fulfil',
  help: {
    title: '记捐物、出工兑现',
    when: '捐的东西到了、答应的活干完了，楼长或书记登记',
    say: '12号第3项已到',
    more: '第几项看捐物出工清单',
  },
  async handle({ unit, member, slots: { no, nth } }) {
    const { offer, left } = await fulfilOffer(unit, { member, no, nth });
    const came = offer.kind === 'goods' ? '收到了' : '做完了';
    return `已登记：${no}号第${nth}项（${offerWords(offer)}）${came}，公示栏会写。${left > 0 ? `还有${left}项没到。` : '答应的都到齐了。'}`;
  },
});

import { giftWords } from '../../src/publish/pledge/offer-words.js';
import { receiveGift } from '../../src/operations/pledge/receive-gift.js';
import { defineIntent, projectNo, words } from '../../src/talk/intent.js';

export default defineIntent({
  group: '资金',
  pattern:
    /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:收到|接收)(?:公益)?(?:捐物|捐赠物资|物资捐赠|捐赠)[:：\s]*(?<what>[^，,；;]{1,80})[，,；;\s]+(?:由|来自)?(?<giver>[^，,。；;]{2,40}?)(?:捐赠?|赠送?|送)?[。！]?$/u,
  slots: { no: projectNo, what: words('请问捐了什么？例如“长椅4张”。', 80), giver: words('请问是谁捐的？', 40) },
  permission: 'funds.receive',
  help: {
    title: '登记企业、公益组织捐来的东西',
    say: '12号收到捐物：长椅4张，宏达公司捐',
    more: '不折成钱，不进资金账',
  },
  async handle({ unit, member, slots: { no, what, giver } }) {
    const { nth } = await receiveGift(unit, { member, no, what, giver });
    const given = giftWords(giver, what);
    return `已登记：${no}号收到${given}，第${nth}项。不折成钱，不进资金账，已在群里公开。`;
  },
});

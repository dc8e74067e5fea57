import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { addVoucher } from '../../src/operations/funds/add-voucher.js';

export default defineIntent({
  pattern: /^补(?:充|交)?(?:凭据|发票|收据)[:：\s]*(?:申请)?(?<request>[\d０-９]{1,7})号?[。！]?$/u,
  slots: { request: wholeNumber('请问补第几号申请的凭据？', 1, 9_999_999) },
  takesPictures: true,
  permission: 'spend.ask',
  help: {
    title: '补支出的凭据',
    when: '补支出的凭据：先在私聊里发照片',
    say: '补凭据3',
  },
  async handle({ unit, member, slots, pictures }) {
    const request = await addVoucher(unit, { member, request: slots.request, pictures });
    return `支出申请${request.no}的凭据已补上。`;
  },
});

import { defineIntent, optional, wholeNumber, words } from '../../src/talk/intent.js';
import { showVoucher } from '../../src/operations/funds/show-voucher.js';

/** Only said where the picture needs no masking. */
const unmasked = {
  ...words('请问要不要打码？', 20),
  field: { kind: 'choice', choices: [['不用打码', '不用打码']] },
} as const;

export default defineIntent({
  pattern:
    /^(?:公开)?凭证第?(?<voucher>[\d０-９]{1,7})号?(?:的)?(?:照片|图片)?(?:可以?)?公开(?<whole>[，,\s]*(?:不用|无需|不需要?)(?:再)?打码)?[。！]?$/u,
  slots: { voucher: wholeNumber('请问是第几号凭证？', 1, 9_999_999), whole: optional(unmasked) },
  takesPictures: true,
  permission: 'spend.check',
  binds: 'public',
  help: {
    title: '公开凭证照片',
    when: '会计把凭证照片放到公示栏：先在私聊里发打好码的照片',
    say: '凭证5公开',
    more: '原件没有个人信息就发“凭证5公开，无需打码”',
  },
  async handle({ unit, member, slots, pictures }) {
    const { voucher } = slots;
    const whole = slots.whole !== undefined;
    await showVoucher(unit, { member, voucher, whole, pictures });
    return `凭证${voucher}号的照片已放到公示栏${whole ? '（原件）' : '（打码的那张）'}。放错了就重新发一张打好码的照片，再发“凭证${voucher}公开”。`;
  },
});

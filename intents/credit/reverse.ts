import { maskName } from '../../src/domain/masking.js';
import { defineIntent, wholeNumber, words } from '../../src/talk/intent.js';
import { reversePoints } from '../../src/operations/credit/reverse-points.js';

export default defineIntent({
  pattern: /^撤销(?:第)?积分(?:第)?(?<entry>[\d０-９]{1,9})(?:号)?[:：，,\s]+(?<reason>[^]+)$/u,
  slots: { entry: wholeNumber('请问撤销几号积分？', 1, 999_999_999), reason: words('请问是什么原因？', 200) },
  permission: 'credit.award',
  help: {
    title: '撤销记错的积分',
    when: '书记撤销记错的积分，要写原因',
    say: '撤销积分57：当天没有到场',
    more: '本人会收到通知，可以申诉',
  },
  async handle({ unit, member, slots }) {
    const { reversed, owner } = await reversePoints(unit, { member, ...slots });
    return `第${reversed.id}号积分（${maskName(owner.name)}，+${reversed.points}分）已撤销，原因已告诉本人。`;
  },
});
